import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

export interface Keys {
  /** Newest first: the first seals, all open. */
  sealing: { id: string; key: Buffer }[]
}

/** Seals personal text with AES-256-GCM; the key id travels in front so that keys can be rotated. */
export function seal(keys: Keys, text: string): string {
  const { id, key } = keys.sealing[0]!
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${id}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
}

/** Opens what seal() made. Throws when it was changed or its key is gone. */
export function open(keys: Keys, sealed: string): string {
  const [id, payload] = sealed.split('.')
  const found = keys.sealing.find((candidate) => candidate.id === id)
  if (!found || !payload) throw new Error('sealed with a key that this installation does not have')
  const bytes = Buffer.from(payload, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', found.key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** Keyed digest for comparing sealed values without opening them. The oldest key makes it, so rotation keeps it. */
export function equalityDigest(keys: Keys, text: string): string {
  return createHmac('sha256', keys.sealing.at(-1)!.key).update(`equality:${text}`).digest('base64url')
}

/** Keys from `id:base64,id:base64` (newest first). */
export function parseKeys(text: string): Keys {
  const sealing = text.split(',').map((part) => {
    const [id, value] = part.trim().split(':')
    const key = Buffer.from(value ?? '', 'base64')
    if (!id || key.length !== 32) throw new Error('setting ENCRYPTION_KEYS: each key is id:base64 of 32 bytes')
    return { id, key }
  })
  return { sealing }
}
