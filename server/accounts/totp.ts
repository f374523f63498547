import { Secret, TOTP } from 'otpauth'

const of = (secret: string, label: string) =>
  new TOTP({ issuer: 'Dongtu', label, algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(secret) })

/** A new second factor: its secret, and the address an authenticator reads. */
export function newTotp(label: string): { secret: string; address: string } {
  const secret = new Secret({ size: 20 }).base32
  return { secret, address: of(secret, label).toString() }
}

/** Whether the six digits fit now, or half a minute to either side. */
export function totpMatches(secret: string, code: string, at: Date): boolean {
  return of(secret, '').validate({ token: code.replaceAll(/\s/g, ''), timestamp: at.getTime(), window: 1 }) !== null
}
