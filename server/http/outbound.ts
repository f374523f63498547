import type { LookupAddress } from 'node:dns'
import { lookup as resolveName } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import { refuseAddress } from './guard-address.ts'
import { readOutboundUrl } from './outbound-url.ts'

export interface OutboundOptions {
  /** Permits http://127.0.0.1, and nothing else that is inside: demo and tests. */
  allow_loopback: boolean
  resolve?: (host: string) => Promise<LookupAddress[]>
  refuse?: (address: string) => string | null
}

export interface OutboundPost {
  url: string
  headers: Record<string, string>
  body: string
  timeout_ms: number
  /** How much of the answer's body is read; the rest is dropped unread. */
  keep_bytes: number
}

export type OutboundAnswer =
  | { answered: true; status: number; headers: Record<string, string>; body_prefix: string; duration_ms: number }
  | {
      answered: false
      error: 'url_refused' | 'address_refused' | 'timed_out' | 'unreachable'
      detail: string
      duration_ms: number
    }

export interface Outbound {
  post(message: OutboundPost): Promise<OutboundAnswer>
  close(): Promise<void>
}

class AddressRefused extends Error {}

/**
 * The one way out of the server to an address that somebody else chose. A name is resolved once per connection, every address it has is
 * checked, and the connection goes to a checked address with the name as SNI: an answer that changes later changes nothing. No redirects are followed.
 */
export function createOutbound(options: OutboundOptions): Outbound {
  const refuse = options.refuse ?? refuseAddress
  const resolve = options.resolve ?? ((host) => resolveName(host, { all: true, verbatim: true }))
  const outside = new Agent({ connect: { lookup: guardedLookup(resolve, refuse), timeout: 10_000 } })
  const loopback = new Agent({ connect: { timeout: 10_000 } })

  return {
    post: async (message) => {
      const started = performance.now()
      const duration_ms = () => Math.round(performance.now() - started)
      const read = readOutboundUrl(message.url, options.allow_loopback)
      if ('refused' in read)
        return { answered: false, error: 'url_refused', detail: read.refused, duration_ms: duration_ms() }
      try {
        const answer = await exchange(read.url, message, read.is_loopback ? loopback : outside)
        return { answered: true, ...answer, duration_ms: duration_ms() }
      } catch (error) {
        return { answered: false, ...reasonOf(error), duration_ms: duration_ms() }
      }
    },
    close: async () => {
      await Promise.all([outside.destroy(), loopback.destroy()])
    },
  }
}

async function exchange(url: URL, message: OutboundPost, dispatcher: Agent) {
  const signal = AbortSignal.timeout(message.timeout_ms)
  const { headers, body } = message
  const answer = await request(url, { method: 'POST', headers, body, dispatcher, signal })
  return {
    status: answer.statusCode,
    headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
    body_prefix: await readPrefix(answer.body, message.keep_bytes),
  }
}

/** The status is the answer: a body that stops, breaks or never ends costs the rest of the time-out and changes nothing. */
async function readPrefix(body: AsyncIterable<Buffer>, keep_bytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of body) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= keep_bytes) break
    }
  } catch {
    // What was read before the break is enough.
  }
  return Buffer.concat(chunks).subarray(0, keep_bytes).toString('utf8')
}

/** A lookup for net.connect: refuses the name when any of its addresses is inside, and hands over exactly the addresses it checked. */
function guardedLookup(
  resolve: (host: string) => Promise<LookupAddress[]>,
  refuse: (address: string) => string | null,
): LookupFunction {
  return (host, lookup, callback) => {
    resolve(host).then(
      (addresses) => {
        const reason = addresses.map(({ address }) => refuse(address)).find((found) => found !== null)
        const first = addresses[0]
        if (reason || !first) return callback(new AddressRefused(reason ?? 'no_address'), '', 0)
        if (lookup.all) return callback(null, addresses)
        return callback(null, first.address, first.family)
      },
      (error: Error) => callback(error, '', 0),
    )
  }
}

function reasonOf(error: unknown): { error: 'address_refused' | 'timed_out' | 'unreachable'; detail: string } {
  if (error instanceof AddressRefused) return { error: 'address_refused', detail: error.message }
  const { name, code } = error as { name?: string; code?: string }
  if (name === 'TimeoutError' || code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'UND_ERR_ABORTED')
    return { error: 'timed_out', detail: 'timed_out' }
  return { error: 'unreachable', detail: code ?? 'unknown' }
}
