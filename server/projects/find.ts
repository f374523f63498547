import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'

export type ProjectRow = Queries['projects/find_project']['row']

export function projectKey(id: string): Key {
  const key = parsePublicId('prj', id)
  if (!key) throw notFound('projects')
  return key
}

/** A project under row security, whole; what others may see of it when it is public; else 404, as if it did not exist. */
export async function findProject(ctx: Context, key: Key): Promise<ProjectRow & { whole: boolean }> {
  const own = ctx.actor.role === 'public' ? null : await ctx.tx.one('projects/find_project', key)
  if (own) return { ...own, whole: true }
  const open = await ctx.system(() => ctx.tx.one('projects/find_public_project', key))
  if (!open) throw notFound('projects')
  return { ...open, authority_id: open.authority_id, whole: false } as ProjectRow & { whole: boolean }
}

/** A project that the caller may act on: seen whole, or 404. */
export async function findOwnProject(ctx: Context, key: Key): Promise<ProjectRow> {
  const own = ctx.actor.role === 'public' ? null : await ctx.tx.one('projects/find_project', key)
  if (!own) throw notFound('projects')
  return own
}
