import type { ActionSource } from '../http/environment.ts'
import { publicId } from '../http/public-id.ts'
import { actionsOf } from '../machine/machine.ts'
import { movable } from './move.ts'
import { siteMachine, type SiteMove } from './states.ts'
import { surveyGuard } from './survey-guard.ts'

/** What this caller could do on the ground: the moves of every site of a project that is being dug. */
export const siteActions: ActionSource = async (ctx, project) => {
  if (!['in_progress', 'guarantee'].includes(project.stage)) return []
  const sites = await ctx.tx.many('projects/list_sites', {
    district_code: project.district_code,
    project_id: project.id,
  })
  const { district_code, id, kind } = project
  const unsurveyed = await surveyGuard(ctx, { district_code, project_id: id, kind })
  return sites.flatMap((site) =>
    actionsOf(
      siteMachine,
      site.status,
      ctx.actor.role,
      (name) => `/api/sites/${publicId('sit', site.district_code, site.id)}/${name}`,
      { backfill: unsurveyed.has(site.id) ? 'sites/survey-missing' : null },
    )
      .filter((action) => movable(action.name.replace('site.', '') as SiteMove, project.stage))
      .map((action) => ({ ...action, version: site.version })),
  )
}
