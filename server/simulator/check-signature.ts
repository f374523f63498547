import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The receiver's own check of a Standard Webhooks message, written as an integrator would write it: the platform's code is not used.
 * True when one of the signatures fits and the timestamp is within five minutes.
 */
export function isSigned(
  secret: string,
  header: (name: string) => string | undefined,
  body: string,
  now: Date,
): boolean {
  const [id, timestamp, signatures] = [header('webhook-id'), header('webhook-timestamp'), header('webhook-signature')]
  if (!secret || !id || !timestamp || !signatures) return false
  if (!(Math.abs(now.getTime() / 1000 - Number(timestamp)) <= 301)) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const digest = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  return signatures
    .split(' ')
    .filter((one) => one.startsWith('v1,'))
    .map((one) => Buffer.from(one.slice(3), 'base64'))
    .some((given) => given.length === digest.length && timingSafeEqual(given, digest))
}
