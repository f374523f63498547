import type { ActionSource } from '../http/environment.ts'
import { publicId } from '../http/public-id.ts'
import type { Action } from '../machine/machine.ts'
import { inspectors, visitable } from './record.ts'
import { categories, kinds } from './schemas.ts'

/**
 * What a form for a visit asks. Kinds beyond the plain ones: `fixed:<value>` is sent as it stands, `site` is one of the dig's sites,
 * `findings` are codes of the dictionary inspection_finding, `position` is where one stands.
 */
const found = {
  outcome: 'choice_required:passed,failed_low,failed_high,unable_to_inspect',
  findings: 'findings',
  note: 'text',
  promoter_told: 'boolean',
  made_safe: 'boolean',
  position: 'position',
  attachments: 'attachment',
}

/** Whoever inspects may record a visit to any dig that is not over, and look again at what was ordered there. */
export const inspectionActions: ActionSource = async (ctx, project) => {
  if (!inspectors.includes(ctx.actor.role)) return []
  const open = await ctx.tx.many('inspections/list_to_reinspect', {
    district_code: project.district_code,
    project_id: project.id,
  })
  const visits = open.map((row) =>
    visit(
      'inspection.reinspect',
      { follows_rectification_id: `fixed:${publicId('rec', row.district_code, row.id)}`, ...found },
      row.evidence_by !== null && row.evidence_by === ctx.actor.id ? 'rectifications/same-person' : null,
    ),
  )
  if (!visitable(project.stage)) return visits
  const form = {
    project_id: `fixed:${publicId('prj', project.district_code, project.id)}`,
    site_id: 'site',
    kind: `choice:${kinds.join(',')}`,
    category: `choice:${categories.join(',')}`,
    ...found,
  }
  return [visit('inspection.record', form), ...visits]
}

const visit = (name: string, input: Action['input'], reason: string | null = null): Action => ({
  name,
  href: '/api/inspections',
  method: 'POST',
  allowed: reason === null,
  reason,
  input,
})
