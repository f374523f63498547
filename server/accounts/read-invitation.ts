import { parseCredential, secretMatches } from '../access/secret.ts'
import type { Context } from '../context.ts'
import type { MemberRole } from '../db/queries.gen.ts'
import { Problem } from '../http/problem.ts'

export interface InvitationView {
  role: MemberRole
  organisation_name_zh: string
  organisation_name_en: string
  expires_at: string
}

/** Where a link leads, for whoever holds it: the same refusal for an unknown, a used and an old one. Runs as the system. */
export async function readInvitation(ctx: Context, text: string): Promise<InvitationView> {
  const credential = parseCredential('dgi', text)
  if (!credential) throw new Problem(404, 'accounts/no-such-invitation')
  const { district_code, id, secret } = credential
  const found = await ctx.tx.one('accounts/find_invitation', { district_code, id, wall: ctx.wall.toISOString() })
  if (!found || !secretMatches(secret, found.secret_hash)) throw new Problem(404, 'accounts/no-such-invitation')
  const { secret_hash: _kept, ...view } = found
  return view
}
