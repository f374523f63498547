import type { Outbound } from '../http/outbound.ts'
import { retryAfterSeconds } from './retry-after.ts'
import type { SignedHeaders } from './sign.ts'

/** Standard Webhooks: 15 to 30 seconds. */
const timeout_ms = 15_000

/** Enough to recognise a proxy's error page in a log. It is never shown: an answer's body may come from inside (peers of ours leaked that way). */
const keep_bytes = 1024

export type SendOutcome =
  | { sent: true; status: number; duration_ms: number }
  | {
      sent: false
      status: number | null
      /** A short code, safe to show: `http_500`, `redirect`, `timed_out`, `address_refused` … */
      error: string
      /** The receiver said 410: it wants nothing more from us. */
      is_gone: boolean
      retry_after_seconds: number | null
      body_prefix: string
      duration_ms: number
    }

/** One attempt to deliver a signed message: a POST of at most 15 s. Only 2xx is success; a redirect is a failure. `now` is the wall clock. */
export async function send(
  outbound: Outbound,
  message: { url: string; headers: SignedHeaders; body: string; now: Date },
): Promise<SendOutcome> {
  const headers = {
    ...message.headers,
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'user-agent': 'dongtu-webhooks/1',
  }
  const answer = await outbound.post({ url: message.url, headers, body: message.body, timeout_ms, keep_bytes })
  if (!answer.answered) {
    const { error, duration_ms } = answer
    return { sent: false, status: null, error, is_gone: false, retry_after_seconds: null, body_prefix: '', duration_ms }
  }
  const { status, duration_ms, body_prefix } = answer
  if (status >= 200 && status < 300) return { sent: true, status, duration_ms }
  const error = status >= 300 && status < 400 ? 'redirect' : `http_${status}`
  const asked = retryAfterSeconds(answer.headers['retry-after'] ?? null, message.now)
  return { sent: false, status, error, is_gone: status === 410, retry_after_seconds: asked, body_prefix, duration_ms }
}
