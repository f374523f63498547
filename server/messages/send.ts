import { systemActor } from '../access/actor.ts'
import { open } from '../access/seal.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { Parts } from '../http/environment.ts'
import { publicId } from '../http/public-id.ts'
import { renderMessage } from './render.ts'

type Due = Queries['messages/claim_messages']['row']
type Outcome =
  | { state: 'sent' | 'delivered' | 'failed'; receipt: Record<string, string | number> }
  | { state: 'queued'; receipt: Record<string, string | number> }

const batch = 20
const lease_ms = 60_000
const timeout_ms = 10_000
/** Waits between tries; after the last one the message has failed. */
const retry_after_ms = [30_000, 120_000, 600_000, 3_600_000, 14_400_000]

/**
 * Sends what is due: to the gateway of SMS_URL, or to the demo's phone. Claim, call and receipt are three steps, the call
 * outside every transaction; a crash in between sends again under the same Idempotency-Key.
 */
export async function sendDueMessages(
  parts: Parts,
  district_code: number,
  fetcher: typeof fetch = fetch,
): Promise<number> {
  const system = systemActor(district_code)
  const due = await parts.run(system, (ctx) =>
    ctx.tx.many('messages/claim_messages', {
      district_code,
      wall: ctx.wall.toISOString(),
      lease_until: new Date(ctx.wall.getTime() + lease_ms).toISOString(),
      limit: batch,
    }),
  )
  for (const message of due) {
    const outcome = await deliver(parts, message, fetcher)
    await parts.run(system, (ctx) =>
      ctx.tx.run('messages/settle_message', {
        district_code,
        id: message.id,
        state: outcome.state,
        receipt: JSON.stringify(outcome.receipt),
        next_at: new Date(ctx.wall.getTime() + (retry_after_ms[message.attempts - 1] ?? 0)).toISOString(),
        now: ctx.now.toISOString(),
      }),
    )
  }
  return due.length
}

async function deliver(parts: Parts, message: Due, fetcher: typeof fetch): Promise<Outcome> {
  if (!parts.config.SMS_URL)
    return parts.demo
      ? { state: 'delivered', receipt: { by: 'demo_phone' } }
      : { state: 'failed', receipt: { error: 'no_gateway' } }
  if (!message.phone_sealed) return { state: 'failed', receipt: { error: 'no_phone' } }
  const error = await post(parts, message, fetcher)
  if (error === null) return { state: 'sent', receipt: { by: 'gateway' } }
  const isOver = retry_after_ms[message.attempts - 1] === undefined
  return { state: isOver ? 'failed' : 'queued', receipt: { error, attempts: message.attempts } }
}

/** Null when the gateway took it; else a short code. The operator chose the gateway's address: it may be an inner one. */
async function post(parts: Parts, message: Due, fetcher: typeof fetch): Promise<string | null> {
  const { SMS_URL, SMS_TOKEN } = parts.config
  try {
    const answer = await fetcher(SMS_URL!, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeout_ms),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': publicId('msg', message.district_code, message.id),
        ...(SMS_TOKEN ? { authorization: `Bearer ${SMS_TOKEN}` } : {}),
      },
      body: JSON.stringify({
        to: open(parts.keys, message.phone_sealed!),
        text: renderMessage(message.template, message.params, message.locale),
      }),
    })
    await answer.body?.cancel()
    return answer.ok ? null : `http_${answer.status}`
  } catch {
    return 'unreachable'
  }
}
