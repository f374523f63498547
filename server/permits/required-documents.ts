import { findRule } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { publicId } from '../http/public-id.ts'
import type { PermitRow } from './move.ts'

/** One document that the place asks for with an application of this kind, and the files that were handed in as it. */
export interface RequiredDocument {
  code: string
  label_zh: string
  label_en: string
  can_be_promised: boolean
  files: { id: string; name: string; handed_in_at: string }[]
}
type Named = Omit<RequiredDocument, 'files'>
interface DocumentRule {
  /** Whether an incomplete application may not be accepted without a promise; else completeness is for the officer to judge. */
  holds_acceptance: boolean
  documents: Named[]
}
type Applied = Pick<PermitRow, 'district_code' | 'kind' | 'is_retrospective'>

/** The documents an application needs, by the list of its place on the day it was filed, with what is there of each (材料清单). */
export async function requiredDocuments(ctx: Context, permit: PermitRow): Promise<RequiredDocument[]> {
  const { district_code, id } = permit
  const { documents } = await documentRule(ctx, permit, shanghaiDay(new Date(permit.created_at)))
  const files = await ctx.system(() => ctx.tx.many('permits/list_documents', { district_code, permit_id: id }))
  return documents.map((document) => ({
    ...named(document),
    files: files
      .filter(({ code }) => code === document.code)
      .map((file) => ({
        id: publicId('att', district_code, file.attachment_id),
        name: file.name,
        handed_in_at: file.handed_in_at,
      })),
  }))
}

/** What an application filed today would need: for who has not applied yet. */
export async function documentsToApplyWith(ctx: Context, applied: Applied): Promise<Named[]> {
  return (await documentRule(ctx, applied, shanghaiDay(ctx.now))).documents.map(named)
}

export async function missingDocuments(ctx: Context, permit: PermitRow): Promise<RequiredDocument[]> {
  return (await requiredDocuments(ctx, permit)).filter(({ files }) => files.length === 0)
}

/** Why an application may not be accepted as it is, where the place's list says that an incomplete one may not; or null. */
export async function completenessGuard(ctx: Context, permit: PermitRow): Promise<string | null> {
  const { holds_acceptance } = await documentRule(ctx, permit, shanghaiDay(new Date(permit.created_at)))
  if (!holds_acceptance) return null
  return (await missingDocuments(ctx, permit)).length > 0 ? 'permits/documents-missing' : null
}

/** An emergency that is regularised has a list of its own. A place that published none asks for nothing. */
async function documentRule(ctx: Context, { district_code, kind, is_retrospective }: Applied, day: string) {
  const rule = await findRule(ctx, district_code, `documents.${is_retrospective ? 'emergency' : kind}`, day)
  return (rule?.value ?? { holds_acceptance: false, documents: [] }) as DocumentRule
}

const named = ({ code, label_zh, label_en, can_be_promised }: Named): Named => ({
  code,
  label_zh,
  label_en,
  can_be_promised,
})
