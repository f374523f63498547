import { randomUUID } from 'node:crypto'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { queueMessage } from '../messages/queue.ts'
import { refold } from '../projects/refold.ts'
import { startTerm } from './term.ts'

/** A failed visit, as far as it orders something. */
export interface FailedVisit {
  district_code: number
  id: string
  reference: string
  project_id: string
  project_reference: string
  site_id: string | null
  severity: 'low' | 'high'
  findings: object[]
  promoter_id: string
  contractor_id: string | null
}

/** Orders what a visit found to be put right: one rectification with its items, its term running, the promoter told, the card of the dig folded. */
export async function issueRectification(ctx: Context, visit: FailedVisit): Promise<string> {
  const { district_code, project_id, promoter_id, contractor_id, severity } = visit
  const id = randomUUID()
  const reference = `${visit.reference}-R01`
  const due_on = await startTerm(ctx, { district_code, id, project_id, promoter_id, contractor_id }, severity)
  await ctx.tx.run('rectifications/insert_rectification', {
    district_code,
    id,
    inspection_id: visit.id,
    project_id,
    site_id: visit.site_id,
    reference,
    severity,
    items: JSON.stringify(visit.findings),
    due_on,
    organisation_id: ctx.actor.organisation_id,
    promoter_id,
    contractor_id,
    now: ctx.now.toISOString(),
  })
  const basis = await ruleFor(ctx, district_code, `rectification.${severity}`, shanghaiDay(ctx.now))
  await ctx.emit({
    type: 'rectification.issued',
    district_code,
    subject_kind: 'rectification',
    subject_id: id,
    subject_version: 1,
    project_id,
    promoter_id,
    basis_zh: basis.basis_zh,
    basis_en: basis.basis_en,
    data: { reference, severity_code: severity, due_on, inspection_id: visit.id },
  })
  await ctx.audit({
    action: 'rectification.issue',
    district_code,
    subject_kind: 'rectification',
    subject_id: id,
    detail: { reference, severity, due_on },
  })
  await tellPromoter(ctx, { ...visit, id, due_on })
  await refold(ctx, { district_code, id: project_id })
  return id
}

/** The promoter hears of a new term by message, with the dig's reference and the last day. */
export function tellPromoter(
  ctx: Context,
  told: { district_code: number; id: string; promoter_id: string; project_reference: string; due_on: string },
): Promise<void> {
  return queueMessage(ctx, {
    template: 'rectification.issued',
    params: { reference: told.project_reference, due_on: told.due_on },
    to: { organisation_id: told.promoter_id },
    subject: { district_code: told.district_code, subject_kind: 'rectification', subject_id: told.id },
  })
}
