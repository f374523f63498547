import { isIP } from 'node:net'
import { refuseAddress } from './guard-address.ts'

/** Ports a receiver may listen on. Anything else is more likely a service of somebody's inner network. */
const ports = new Set(['', '443', '8443'])

export type OutboundUrl = { url: URL; is_loopback: boolean } | { refused: string }

/**
 * Reads an address that somebody outside gave us. https only, ports 443 and 8443, no name or password in it, and no address of an inner network
 * in any spelling (the URL parser turns 2130706433 and 0x7f.1 into 127.0.0.1). With `allow_loopback`, http://127.0.0.1 on any port passes: demo and tests.
 */
export function readOutboundUrl(text: string, allow_loopback: boolean): OutboundUrl {
  if (!URL.canParse(text)) return { refused: 'not_a_url' }
  const url = new URL(text)
  url.hash = ''
  if (url.username || url.password) return { refused: 'credentials_in_url' }
  const host = hostOf(url)
  if (allow_loopback && (host === '127.0.0.1' || host === '::1') && /^https?:$/.test(url.protocol))
    return { url, is_loopback: true }
  if (url.protocol !== 'https:') return { refused: 'not_https' }
  if (!ports.has(url.port)) return { refused: 'port' }
  if (isIP(host)) {
    const reason = refuseAddress(host)
    if (reason) return { refused: reason }
  }
  return { url, is_loopback: false }
}

const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')
