import { randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A new signing secret: `whsec_` and 32 random bytes in base64, within the 24 to 64 bytes that Standard Webhooks asks for. */
export const createSecret = (random: (size: number) => Buffer = randomBytes): string =>
  prefix + random(32).toString('base64')

/** The key of a secret, with or without its prefix. Throws a TypeError when it is empty or no base64; never repeats the secret. */
export function readSecret(secret: string): Buffer {
  const text = typeof secret === 'string' && secret.startsWith(prefix) ? secret.slice(prefix.length) : secret
  if (typeof text !== 'string' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    throw new TypeError('a webhook secret is whsec_ followed by base64')
  }
  return Buffer.from(text, 'base64')
}
