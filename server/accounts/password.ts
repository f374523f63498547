import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

// OWASP password storage: scrypt N=2^17, r=8, p=1 (128 MiB a try).
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 }
const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key))),
  )

/** What is kept of a password: `scrypt$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('base64url')}$${(await derive(password, salt)).toString('base64url')}`
}

/** Whether this is the password. Without a kept hash it takes as long, so that nobody learns which logins exist. */
export async function passwordMatches(password: string, kept: string | null): Promise<boolean> {
  const [, salt, key] = (kept ?? 'scrypt$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA').split('$')
  const derived = await derive(password, Buffer.from(salt!, 'base64url'))
  const expected = Buffer.from(key!, 'base64url')
  return derived.length === expected.length && timingSafeEqual(derived, expected) && kept !== null
}
