import type { Context } from '../context.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId } from '../http/public-id.ts'

/** Ends an account, never one's own: so there is always an administrator left. Its sessions and tokens open nothing any more. */
export async function disablePerson(ctx: Context, id: string): Promise<void> {
  const key = parsePublicId('psn', id)
  if (!key) throw notFound('people')
  if (key.id === ctx.actor.id) throw new Problem(409, 'accounts/not-oneself')
  if (!(await ctx.tx.one('accounts/disable_person', { ...key, wall: ctx.wall.toISOString() }))) throw notFound('people')
  await ctx.audit({ action: 'account.disable', subject_kind: 'person', subject_id: key.id })
}
