import type { Context } from '../context.ts'
import { newCredential } from '../access/secret.ts'

/** Makes a bearer token for a person and returns its text: the only time it can be read. `expires_at` null: until revoked. */
export async function createToken(
  ctx: Context,
  input: { district_code: number; person_id: string; label: string; expires_at: string | null },
): Promise<string> {
  const { text, id, secret_hash } = newCredential('dgt', input.district_code)
  await ctx.tx.run('accounts/insert_access_token', { ...input, id, secret_hash, created_at: ctx.wall.toISOString() })
  return text
}
