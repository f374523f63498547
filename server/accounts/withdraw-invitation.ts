import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { parsePublicId } from '../http/public-id.ts'

/** Takes an invitation back: its link opens nothing any more. */
export async function withdrawInvitation(ctx: Context, id: string): Promise<void> {
  const key = parsePublicId('inv', id)
  if (!key || !(await ctx.tx.one('accounts/withdraw_invitation', { ...key, wall: ctx.wall.toISOString() })))
    throw notFound('invitations')
  await ctx.audit({ action: 'account.invitation_withdrawn', subject_kind: 'invitation', subject_id: key.id })
}
