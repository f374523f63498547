import type { Tracking } from './transfer.ts'

// The server tells a buyer's link once; it stays here until the page is left, and nowhere else.
const links = new Map<string, Tracking>()

/** Remembers the buyer's link of a transfer while this page lives. */
export function keepLink(transfer_id: string, link: Tracking): void {
  links.set(transfer_id, link)
}

/** The link as somebody would send it, when this page has seen it. */
export function linkOf(transfer_id: string): string | undefined {
  const link = links.get(transfer_id)
  return link && location.origin + link.href
}
