import { createHmac, timingSafeEqual } from 'node:crypto'
import { readSecret } from './secret.ts'

/** How far a message's timestamp may lie from the receiver's clock, either way (Standard Webhooks: five minutes). */
export const tolerance_seconds = 300

export interface SignedHeaders {
  'webhook-id': string
  'webhook-timestamp': string
  'webhook-signature': string
}

export type Verification =
  { valid: true } | { valid: false; reason: 'missing_header' | 'bad_timestamp' | 'too_old' | 'too_new' | 'no_match' }

/**
 * The three Standard Webhooks headers. One signature per secret, newest first, so that a receiver can change its secret
 * without missing a message. `at` is the wall clock, never business time.
 */
export function sign(secrets: readonly string[], message: { id: string; body: string; at: Date }): SignedHeaders {
  if (secrets.length === 0) throw new TypeError('a message is signed with at least one secret')
  const timestamp = String(Math.floor(message.at.getTime() / 1000))
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => signature(secret, message.id, timestamp, message.body)).join(' '),
  }
}

/** Whether one of the signatures fits one of the secrets and the timestamp is within five minutes of `now` (wall clock). */
export function verify(
  secrets: readonly string[],
  message: { headers: Partial<Record<keyof SignedHeaders, string>>; body: string; now: Date },
): Verification {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = message.headers
  if (!id || !timestamp || !signatures) return { valid: false, reason: 'missing_header' }
  if (!/^\d{1,12}$/.test(timestamp)) return { valid: false, reason: 'bad_timestamp' }

  const age_seconds = Math.floor(message.now.getTime() / 1000) - Number(timestamp)
  if (age_seconds > tolerance_seconds) return { valid: false, reason: 'too_old' }
  if (age_seconds < -tolerance_seconds) return { valid: false, reason: 'too_new' }

  const expected = secrets.map((secret) => Buffer.from(signature(secret, id, timestamp, message.body)))
  const given = signatures.split(' ').map((one) => Buffer.from(one))
  const fits = given.some((one) => expected.some((other) => one.length === other.length && timingSafeEqual(one, other)))
  return fits ? { valid: true } : { valid: false, reason: 'no_match' }
}

function signature(secret: string, id: string, timestamp: string, body: string): string {
  return `v1,${createHmac('sha256', readSecret(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}
