import { randomUUID } from 'node:crypto'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { Problem, wrongState } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { evidenceOf } from '../projects/evidence.ts'
import { checkFindings, severityOf } from './check.ts'
import { checkSketch, refuseUnseen, timesOf } from './from-the-field.ts'
import type { FollowUps, Visit } from './follow-ups.ts'
import { placeOf } from './place.ts'
import type { InspectionInput } from './schemas.ts'

export const inspectors: readonly string[] = ['inspector', 'authority']

/** A plan given up and a closed file are not visited, except to finish what was ordered there. */
export const visitable = (stage: string): boolean => stage !== 'cancelled' && stage !== 'closed'

/**
 * Records a visit for good: who stood where, what was found, with the distance to the site in metres (shown, never held against the record).
 * What follows from it (a rectification issued, cleared or issued anew) happens in the same transaction.
 */
export async function recordInspection(ctx: Context, input: InspectionInput, followUps: FollowUps): Promise<Key> {
  const { project, site_id, follows } = await placeOf(ctx, input)
  if (!inspectors.includes(ctx.actor.role)) throw new Problem(403, 'inspections/not-your-move')
  const findings = await checkFindings(ctx, input)
  const times = await timesOf(ctx, project.district_code, input)
  const sketch = checkSketch(input.sketch)
  const place = { district_code: project.district_code, project_id: project.id }
  const evidence = await evidenceOf(ctx, place, input.attachments, '/attachments')

  const held = await ctx.system(() => ctx.tx.one('inspections/lock_project', project))
  if (!follows && !visitable(held!.stage)) throw wrongState('inspections', { stage: held!.stage })
  const visits = await ctx.system(() => ctx.tx.one('inspections/count_inspections', place))
  await refuseUnseen(ctx, { ...place, site_id, count: visits!.count }, input.known_visits)
  const id = randomUUID()
  const recorded = await ctx.tx.one('inspections/insert_inspection', {
    ...place,
    id,
    site_id,
    number: String(visits!.count + 1),
    kind: input.kind,
    category: input.category ?? (follows ? 'follow_up' : 'live_site'),
    outcome: input.outcome,
    findings: JSON.stringify(findings),
    note: input.note ?? null,
    promoter_told: input.promoter_told ?? null,
    made_safe: input.made_safe ?? null,
    follows_rectification_id: follows,
    lon: input.position?.lon ?? null,
    lat: input.position?.lat ?? null,
    accuracy_m: input.position?.accuracy_m ?? null,
    evidence,
    inspector_id: ctx.actor.id,
    inspector_name: ctx.actor.name,
    organisation_id: ctx.actor.organisation_id,
    ...times,
    sketch,
  })
  const visit: Visit = {
    ...place,
    id,
    reference: recorded!.reference,
    project_reference: project.reference,
    site_id,
    outcome: input.outcome,
    severity: severityOf(input.outcome, findings),
    findings,
    follows_rectification_id: follows,
    promoter_id: project.promoter_id,
    contractor_id: project.contractor_id,
  }
  await tell(ctx, visit, evidence)
  await followUps.recorded(ctx, visit)
  return { district_code: project.district_code, id }
}

async function tell(ctx: Context, visit: Visit, evidence: string[]): Promise<void> {
  const { district_code, id, project_id, promoter_id, outcome, reference } = visit
  const basis = await ruleFor(ctx, district_code, 'inspection', shanghaiDay(ctx.now))
  await ctx.emit({
    type: 'inspection.recorded',
    district_code,
    subject_kind: 'inspection',
    subject_id: id,
    subject_version: 1,
    project_id,
    promoter_id,
    basis_zh: basis.basis_zh,
    basis_en: basis.basis_en,
    data: {
      reference,
      outcome_code: outcome,
      site_id: visit.site_id,
      findings: visit.findings.map(({ code }) => code),
      ...(visit.follows_rectification_id ? { rectification_id: visit.follows_rectification_id } : {}),
    },
    evidence,
  })
  await ctx.audit({
    action: 'inspection.record',
    district_code,
    subject_kind: 'inspection',
    subject_id: id,
    detail: { reference, outcome },
  })
}
