import { findRule } from '../clocks/rules.ts'
import { shanghaiDay, type Day } from '../clocks/working-days.ts'
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
/** A document of a place's list. */
interface Listed extends Named {
  /** Needed only where the dig lies inside the protection zone of such a line (rules `protection.<theme>`). */
  near?: string[]
  /** Whether nothing is granted before it is there, promised or not. */
  holds_grant?: boolean
}
interface DocumentRule {
  /** Whether an incomplete application may not be accepted without a promise; else completeness is for the officer to judge. */
  holds_acceptance: boolean
  documents: Listed[]
}
type Applied = Pick<PermitRow, 'district_code' | 'project_id' | 'kind' | 'is_retrospective'>

/** The documents an application needs, by the list of its place on the day it was filed, with what is there of each (材料清单). */
export async function requiredDocuments(ctx: Context, permit: PermitRow): Promise<RequiredDocument[]> {
  const { district_code, id } = permit
  const documents = await listedFor(ctx, permit, filedOn(permit))
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

/** The place's list as it applies to this dig. */
async function listedFor(ctx: Context, applied: Applied, day: Day): Promise<Listed[]> {
  const { documents } = await documentRule(ctx, applied, day)
  const themes = [...new Set(documents.flatMap(({ near = [] }) => near))]
  if (themes.length === 0) return documents
  const zones = await protectionZones(ctx, applied.district_code, themes)
  const { district_code, project_id } = applied
  const found = await ctx.system(() => ctx.tx.many('permits/list_themes_near', { district_code, project_id, ...zones }))
  const near = new Set(found.map(({ theme }) => theme as string))
  return documents.filter((document) => !document.near || document.near.some((theme) => near.has(theme)))
}

async function protectionZones(ctx: Context, district_code: number, themes: readonly string[]) {
  const rules = await Promise.all(
    themes.map(async (theme) => ({
      theme,
      rule: await findRule(ctx, district_code, `protection.${theme}`, shanghaiDay(ctx.now)),
    })),
  )
  const known = rules.flatMap(({ theme, rule }) => (rule ? [{ theme, metres: rule.value.distance_m as number }] : []))
  return { themes: known.map(({ theme }) => theme), metres: known.map(({ metres }) => metres) }
}

/** Why this may not be granted for want of a document that the place's list calls for before a grant, or null. */
export async function protectionGuard(ctx: Context, permit: PermitRow): Promise<string | null> {
  const holding = (await listedFor(ctx, permit, filedOn(permit))).filter(({ holds_grant }) => holds_grant)
  if (holding.length === 0) return null
  const { district_code, id } = permit
  const files = await ctx.system(() => ctx.tx.many('permits/list_documents', { district_code, permit_id: id }))
  const there = new Set(files.map(({ code }) => code))
  return holding.every(({ code }) => there.has(code)) ? null : 'permits/protection-plan-missing'
}

/** What an application filed today would need: for who has not applied yet. */
export async function documentsToApplyWith(ctx: Context, applied: Applied): Promise<Named[]> {
  return (await listedFor(ctx, applied, shanghaiDay(ctx.now))).map(named)
}

export async function missingDocuments(ctx: Context, permit: PermitRow): Promise<RequiredDocument[]> {
  return (await requiredDocuments(ctx, permit)).filter(({ files }) => files.length === 0)
}

/** Why an application may not be accepted as it is, where the place's list says that an incomplete one may not; or null. */
export async function completenessGuard(ctx: Context, permit: PermitRow): Promise<string | null> {
  const { holds_acceptance } = await documentRule(ctx, permit, filedOn(permit))
  if (!holds_acceptance) return null
  return (await missingDocuments(ctx, permit)).length > 0 ? 'permits/documents-missing' : null
}

/** An emergency that is regularised has a list of its own. A place that published none asks for nothing. */
async function documentRule(ctx: Context, { district_code, kind, is_retrospective }: Applied, day: string) {
  const rule = await findRule(ctx, district_code, `documents.${is_retrospective ? 'emergency' : kind}`, day)
  return (rule?.value ?? { holds_acceptance: false, documents: [] }) as DocumentRule
}

const filedOn = ({ created_at }: PermitRow): Day => shanghaiDay(new Date(created_at))

const named = ({ code, label_zh, label_en, can_be_promised }: Named): Named => ({
  code,
  label_zh,
  label_en,
  can_be_promised,
})
