import type { Context } from '../context.ts'
import type { ProjectStage, Queries } from '../db/queries.gen.ts'
import { notFound, Problem, wrongState } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { move } from '../machine/move.ts'
import { evidenceOf } from '../projects/evidence.ts'
import { refold } from '../projects/refold.ts'
import { surveyGuard } from './survey-guard.ts'
import { siteMachine, type SiteMove } from './states.ts'

export type SiteRow = Queries['sites/find_site']['row']

/** Ground moves only while the works do; a backfilled or restored site may also be reopened for a defect under guarantee. */
export function movable(name: SiteMove, stage: ProjectStage): boolean {
  return stage === 'in_progress' || (stage === 'guarantee' && name !== 'open')
}

/** Every move of a site, with its version row. */
export async function moveSite(
  ctx: Context,
  name: SiteMove,
  site: SiteRow,
  change: { seen: number | null; reason?: string; evidence?: string[] },
): Promise<void> {
  if (!movable(name, site.stage)) throw wrongState('sites', { move: name, stage: site.stage })
  const key = { district_code: site.district_code, id: site.id }
  const unsurveyed = name === 'backfill' ? await surveyGuard(ctx, site) : null
  await move(ctx, siteMachine, name, site, {
    seen: change.seen,
    reason: change.reason,
    evidence: await evidenceOf(
      ctx,
      { district_code: site.district_code, project_id: site.project_id },
      change.evidence ?? [],
      '/evidence',
    ),
    data: { number: site.number },
    change: ({ status, version }) => {
      if (unsurveyed?.has(site.id)) throw new Problem(409, 'sites/survey-missing')
      return ctx.tx.one('sites/move_site', {
        ...key,
        from: status as never,
        to: siteMachine.moves[name].to,
        version,
        now: ctx.now.toISOString(),
      })
    },
  })
  await ctx.system(() =>
    ctx.tx.run('sites/append_site_version', {
      ...key,
      now: ctx.now.toISOString(),
      recorded_at: ctx.wall.toISOString(),
    }),
  )
  await refold(ctx, { district_code: site.district_code, id: site.project_id })
}

export function siteKey(id: string): Key {
  const key = parsePublicId('sit', id)
  if (!key) throw notFound('sites')
  return key
}

export async function findSite(ctx: Context, key: Key): Promise<SiteRow> {
  const site =
    ctx.actor.role === 'public'
      ? null
      : await ctx.tx.one('sites/find_site', { district_code: key.district_code, id: key.id })
  if (!site) throw notFound('sites')
  return site
}
