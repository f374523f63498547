import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'

/** Tokens of programs, sessions, invitations, and the links by which a buyer follows a sale and a citizen a report or a request. */
export type CredentialPrefix = 'dgt' | 'dgs' | 'dgi' | 'dgl' | 'dgr' | 'dgq'

/** A credential text that carries its own key: `<prefix>_<district>_<uuid>_<secret>`. Only the secret's hash is stored. */
export interface Credential {
  district_code: number
  id: string
  secret: string
}

export function newCredential(
  prefix: CredentialPrefix,
  district_code: number,
  id: string = randomUUID(),
): { text: string; id: string; secret_hash: string } {
  const secret = randomBytes(24).toString('base64url')
  return { text: `${prefix}_${district_code}_${id}_${secret}`, id, secret_hash: hashSecret(secret) }
}

export function parseCredential(prefix: CredentialPrefix, text: string): Credential | null {
  const match = /^([a-z]{3})_(\d{6})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([A-Za-z0-9_-]{32})$/.exec(text)
  return match?.[1] === prefix ? { district_code: Number(match[2]), id: match[3]!, secret: match[4]! } : null
}

// A 192-bit random secret needs no slow hash: there is nothing to guess.
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** The row that a link belongs to; null when the text is none of that kind, nothing is there, or its secret is another. */
export async function followLink<Row extends { tracking_hash: string }>(
  prefix: CredentialPrefix,
  text: string,
  find: (key: { district_code: number; id: string }) => Promise<Row | null>,
): Promise<Row | null> {
  const link = parseCredential(prefix, text)
  const found = link && (await find({ district_code: link.district_code, id: link.id }))
  return link && found && secretMatches(link.secret, found.tracking_hash) ? found : null
}

export function secretMatches(secret: string, hash: string): boolean {
  const given = Buffer.from(hashSecret(secret))
  const kept = Buffer.from(hash)
  return given.length === kept.length && timingSafeEqual(given, kept)
}
