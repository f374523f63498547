import { createHash } from 'node:crypto'
import { systemActor, type Actor } from '../access/actor.ts'
import { parseCredential, secretMatches } from '../access/secret.ts'
import type { Parts } from './environment.ts'
import { Problem } from './problem.ts'

/** For how long another process may still know a token or session that has ended. Said in docs/operations.md. */
const trustedFor_ms = 3000
const mostKept = 10_000

/** `dgt` is a program's token, `dgs` a browser's session. */
type Kind = 'dgt' | 'dgs'
export interface Bearer {
  actor: Actor
  /** Of the token or session itself. */
  id: string
}
export interface Bearers {
  /** Who bears this credential; 401 when nobody does. Looked up once for all who ask at the same time, and kept for a few seconds. */
  find(kind: Kind, text: string): Promise<Bearer>
  /** To be called when a token, a session or a person was ended: from then on everybody is looked up anew. */
  forget(): void
}

interface Kept {
  bearer: Bearer
  read_at: number
  expires_at: number
}

const bearers = new WeakMap<Parts, Bearers>()

/** The bearers that a process knows. */
export function bearersOf(parts: Parts): Bearers {
  const known = bearers.get(parts) ?? createBearers(parts)
  bearers.set(parts, known)
  return known
}

// Only the digest of a text is a key here: whoever reads the memory finds no token in it. An unknown credential is not kept.
function createBearers({ run, clock }: Pick<Parts, 'run' | 'clock'>): Bearers {
  const kept = new Map<string, Kept>()
  const asking = new Map<string, Promise<Kept>>()
  const fresh = (key: string, wall: number): Bearer | null => {
    const entry = kept.get(key)
    if (!entry) return null
    if (Math.abs(wall - entry.read_at) < trustedFor_ms && wall < entry.expires_at) return entry.bearer
    kept.delete(key)
    return null
  }
  const keep = (key: string, entry: Kept) => {
    kept.delete(key)
    kept.set(key, entry)
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  }

  return {
    async find(kind, text) {
      const key = createHash('sha256').update(`${kind} ${text}`).digest('base64url')
      const known = fresh(key, clock.wall().getTime())
      if (known) return known
      const asked = asking.get(key) ?? lookUp(run, kind, text)
      asking.set(key, asked)
      try {
        const entry = await asked
        // Forgotten meanwhile: it may have been read before the end, so those who waited get it and nobody after them.
        if (asking.get(key) === asked) keep(key, entry)
        return entry.bearer
      } finally {
        if (asking.get(key) === asked) asking.delete(key)
      }
    },
    forget() {
      asking.clear()
      kept.clear()
    },
  }
}

const queries = { dgt: 'access/find_token_bearer', dgs: 'access/find_session_bearer' } as const

async function lookUp(run: Parts['run'], kind: Kind, text: string): Promise<Kept> {
  const credential = parseCredential(kind, text)
  if (!credential) throw new Problem(401, 'accounts/unknown-credential')
  const { district_code, id, secret } = credential
  const { found, read_at } = await run(systemActor(district_code), async ({ tx, wall }) => ({
    found: await tx.one(queries[kind], { district_code, id, wall: wall.toISOString() }),
    read_at: wall.getTime(),
  }))
  if (!found || !secretMatches(secret, found.secret_hash)) throw new Problem(401, 'accounts/unknown-credential')
  const actor: Actor = {
    role: found.role,
    id: found.id,
    name: found.name_zh,
    name_en: found.name_en,
    organisation_id: found.organisation_id,
    organisation_name: found.organisation_name,
    organisation_name_en: found.organisation_name_en,
    district_code: found.district_code,
    districts: [found.district_code],
  }
  const expires_at = found.expires_at ? new Date(found.expires_at).getTime() : Infinity
  return { bearer: { actor, id }, read_at, expires_at }
}
