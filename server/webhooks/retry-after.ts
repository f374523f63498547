/** Nobody may ask us to wait longer than a day. */
const longest_seconds = 86_400

/** Seconds asked by a Retry-After header, given as seconds or as an HTTP date (RFC 9110, 10.2.3); null when absent or unreadable. */
export function retryAfterSeconds(header: string | null, now: Date): number | null {
  if (header === null) return null
  const text = header.trim()
  if (/^\d+$/.test(text)) return Math.min(Number(text), longest_seconds)
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) return null
  return Math.min(Math.max(Math.ceil((at - now.getTime()) / 1000), 0), longest_seconds)
}
