import { randomUUID } from 'node:crypto'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { PermitStatus } from '../db/queries.gen.ts'
import { changedSince, field, invalid, Problem, wrongState } from '../http/problem.ts'
import { evidenceOf } from '../projects/evidence.ts'
import { keepPromise } from './keep-promise.ts'
import { lockPermit, type PermitRow } from './move.ts'
import { requiredDocuments } from './required-documents.ts'

/** While an application runs, and after the grant while a promised document is still to come. */
export const takesDocuments: readonly PermitStatus[] = [
  'submitted',
  'supplement_requested',
  'application_accepted',
  'special_procedure',
  'granted',
]

/** The promoter hands files in as one document of the list. The last one that was promised keeps the promise. */
export async function handInDocument(
  ctx: Context,
  found: PermitRow,
  input: { document: string; evidence: string[]; seen: number | null },
): Promise<void> {
  const { district_code, id, project_id, promoter_id, contractor_id, authority_id } = found
  if (ctx.actor.role !== 'promoter' || promoter_id !== ctx.actor.organisation_id)
    throw new Problem(403, 'permits/not-your-move')
  const permit = await lockPermit(ctx, found)
  if (!takesDocuments.includes(permit.status)) throw wrongState('permits', { move: 'hand_in', status: permit.status })
  if (input.seen !== null && input.seen !== permit.version) throw changedSince('permits', { version: permit.version })
  if (!(await requiredDocuments(ctx, permit)).some(({ code }) => code === input.document))
    throw invalid('permits/invalid', [
      field('/document', 'permits/document-unknown', '清单里没有这份材料', 'the list has no such document'),
    ])
  const files = await evidenceOf(ctx, { district_code, project_id }, input.evidence, '/evidence')
  for (const attachment_id of files)
    await ctx.tx.one('permits/insert_document', {
      district_code,
      id: randomUUID(),
      permit_id: id,
      project_id,
      code: input.document,
      attachment_id,
      handed_in_by: ctx.actor.id!,
      authority_id,
      promoter_id,
      contractor_id,
      now: ctx.now.toISOString(),
    })
  const basis = await ruleFor(ctx, district_code, 'permit.document', shanghaiDay(ctx.now))
  await ctx.emit({
    type: 'permit.document_handed_in',
    district_code,
    subject_kind: 'permit',
    subject_id: id,
    subject_version: permit.version,
    project_id,
    promoter_id,
    basis_zh: basis.basis_zh,
    basis_en: basis.basis_en,
    data: { reference: permit.reference, document: input.document },
    evidence: files,
  })
  await ctx.audit({
    action: 'permit.hand_in',
    district_code,
    subject_kind: 'permit',
    subject_id: id,
    detail: { document: input.document, files },
  })
  await keepPromise(ctx, permit)
}
