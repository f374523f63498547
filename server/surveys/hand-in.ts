import { randomUUID } from 'node:crypto'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { toCgcs2000 } from '../geometry/crs.ts'
import { checkGeometry } from '../geometry/rules.ts'
import { changedSince, field, fieldOf, invalid, notFound, Problem } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { evidenceOf } from '../projects/evidence.ts'
import { raiseOverdig } from './raise-overdig.ts'
import type { SurveyInput } from './schemas.ts'

export type SurveySite = Queries['surveys/find_site']['row']
type Measured = Awaited<ReturnType<typeof checkSurvey>>

/** Why a site cannot be surveyed now, or null: something must be dug, and the file must be open to it. */
export function surveyRefusal(site: { status: string; stage: string }): string | null {
  if (!['in_progress', 'suspended', 'completed', 'guarantee'].includes(site.stage)) return 'surveys/wrong-state'
  return site.status === 'not_begun' ? 'surveys/nothing-dug' : null
}

/**
 * The promoter hands in what was measured of a site before it was backfilled (竣工测量): the ground becomes the site's as-built one, in both times,
 * and what it takes beyond the permitted ground is looked at in the same transaction. `seen` is the number of its surveys that the caller knew of.
 */
export async function handInSurvey(ctx: Context, key: Key, input: SurveyInput & { seen: number | null }): Promise<Key> {
  const site = await findSurveySite(ctx, key)
  if (ctx.actor.role !== 'promoter') throw new Problem(403, 'surveys/not-your-move')
  const refused = surveyRefusal(site)
  if (refused) throw new Problem(409, refused, { status: site.status, stage: site.stage })
  if (input.seen !== null && input.seen !== site.surveys) throw changedSince('surveys', { version: site.surveys })
  const measured = await checkSurvey(ctx, site, input)
  const id = randomUUID()
  await ctx.system(() => keep(ctx, site, id, measured))
  await tell(ctx, site, id, measured)
  await raiseOverdig(ctx, site)
  return { district_code: site.district_code, id: site.project_id }
}

async function findSurveySite(ctx: Context, { district_code, id }: Key): Promise<SurveySite> {
  const site = ctx.actor.role === 'public' ? null : await ctx.tx.one('surveys/find_site', { district_code, id })
  if (!site) throw notFound('sites')
  return site
}

async function checkSurvey(ctx: Context, site: SurveySite, input: SurveyInput) {
  const shape = checkGeometry(input.geometry, { ...input, drawn: 'by_hand' })
  const errors = shape.ok ? [] : shape.findings.map(fieldOf)
  const surveyed_at = input.surveyed_at ? new Date(input.surveyed_at) : ctx.now
  const at = '/surveyed_at'
  if (surveyed_at > ctx.now)
    errors.push(field(at, 'surveys/in-the-future', '测量时间晚于现在', 'the survey lies in the future'))
  else if (site.opened_at && surveyed_at < new Date(site.opened_at))
    errors.push(field(at, 'surveys/before-opening', '测量早于工段开挖', 'surveyed before the site was opened'))
  else if (site.backfilled_at && surveyed_at > new Date(site.backfilled_at))
    errors.push(field(at, 'surveys/after-backfill', '须在覆土前测量', 'to be surveyed before it is backfilled'))
  if (!shape.ok || errors.length > 0) throw invalid('surveys/invalid', errors)
  const declared = toCgcs2000(input.crs ?? 'EPSG:4490')
  return {
    area: shape.area,
    area_m2: shape.area_m2,
    crs: 'crs' in declared ? declared.crs.code : 'EPSG:4490',
    depth_m: input.depth_m,
    length_m: input.length_m ?? (shape.length_m > 0 ? shape.length_m : null),
    width_m: input.width_m ?? null,
    surveyed_at: surveyed_at.toISOString(),
    evidence: await evidenceOf(ctx, site, input.evidence, '/evidence'),
  }
}

async function keep(ctx: Context, site: SurveySite, id: string, measured: Measured): Promise<void> {
  const { district_code, project_id, promoter_id, contractor_id } = site
  const { area, area_m2: _m, surveyed_at, ...figures } = measured
  const of = { district_code, site_id: site.id, surveyed_at, recorded_at: ctx.wall.toISOString() }
  const kept = await ctx.tx.one('surveys/insert_survey', {
    ...figures,
    district_code,
    id,
    project_id,
    site_id: site.id,
    version: site.surveys + 1,
    surveyed_at,
    now: ctx.now.toISOString(),
    organisation_id: ctx.actor.organisation_id!,
    promoter_id,
    contractor_id,
  })
  if (!kept) throw changedSince('surveys', { version: site.surveys })
  await ctx.tx.run('surveys/supersede_ground', of)
  await ctx.tx.run('surveys/insert_ground', {
    ...of,
    id,
    project_id,
    geometry: JSON.stringify(area),
    source: `${site.reference}-S${site.number}-V${site.surveys + 1}`,
    promoter_id,
    contractor_id,
  })
}

async function tell(ctx: Context, site: SurveySite, id: string, measured: Measured): Promise<void> {
  const { district_code, project_id, promoter_id } = site
  const rule = await ruleFor(ctx, district_code, 'works.survey', shanghaiDay(ctx.now))
  const subject = { district_code, subject_kind: 'survey', subject_id: id }
  await ctx.emit({
    type: 'survey.handed_in',
    ...subject,
    subject_version: 1,
    project_id,
    promoter_id,
    basis_zh: rule.basis_zh,
    basis_en: rule.basis_en,
    data: { site_id: site.id, number: site.number, version: site.surveys + 1, area_m2: measured.area_m2 },
    evidence: measured.evidence,
  })
  await ctx.audit({ action: 'survey.hand_in', ...subject, detail: { site_id: site.id } })
}
