import { encode } from 'uqr'
import type { Config } from '../config.ts'
import type { Code } from './sheet.ts'

/** Where anybody checks a paper or a site, without an account. Behind a public name PUBLIC_URL says it. */
export function checkLink(config: Config, public_id: string): string {
  const base = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`
  return `${base.replace(/\/$/, '')}/?check=${public_id}`
}

/** The link as a QR code; a quarter of it may be dirty (level Q) and it still reads. The press leaves the quiet zone. */
export function codeOf(link: string, captions: string[]): Code {
  const { data } = encode(link, { ecc: 'Q', border: 0 })
  return { modules: data.map((row) => row.map((dark) => (dark ? '1' : '0')).join('')), link, captions }
}
