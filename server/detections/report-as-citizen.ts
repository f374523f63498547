import { systemActor } from '../access/actor.ts'
import { followLink, newCredential } from '../access/secret.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { DetectionStatus, Queries } from '../db/queries.gen.ts'
import { toDisturbanceArea } from '../geometry/disturbance.ts'
import { admitOneMore } from '../http/by-link.ts'
import { field, invalid, notFound } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import type { Run } from '../run.ts'
import type { CitizenReportInput } from './citizen-schemas.ts'
import { takeIn } from './report.ts'

/** What a person points at is not surveyed: a disc of so much, and at least so much doubt about where it is. */
const radius_m = 10
const doubt_m = 20

/**
 * Takes in a citizen's report of a dig without a sign: matched with the permits at once like any change polygon, and a case to look into where
 * none covers it. It is taken in by the system for the unit that supervises there. Answers its reference and the link, which is told once.
 */
export async function reportAsCitizen(run: Run, district_code: number, input: CitizenReportInput) {
  const { lon, lat, accuracy_m, note } = input
  const geometry = toDisturbanceArea({ type: 'Point', coordinates: [lon, lat] }, { radius_m })
  const unit = await run(systemActor(district_code), ({ tx, now }) =>
    tx.one('detections/find_unit_at', { district_code, geometry: JSON.stringify(geometry), day: shanghaiDay(now) }),
  )
  if (!unit)
    throw invalid('detections/invalid', [
      field('/lon', 'detections/outside-district', '位置不在本辖区内', 'the place lies outside the district'),
    ])
  const actor = { ...systemActor(district_code), organisation_id: unit.id, organisation_name: unit.name_zh }
  return run(actor, async (ctx) => {
    const key = await takeIn(ctx, {
      geometry,
      source: 'citizen',
      observed_at: ctx.now.toISOString(),
      positional_error_m: Math.min(Math.max(accuracy_m ?? 0, doubt_m), 1000),
      note,
    })
    const link = newCredential('dgr', district_code, key.id)
    const now = ctx.now.toISOString()
    await ctx.tx.run('detections/insert_citizen_report', { ...key, tracking_hash: link.secret_hash, now })
    return { ...standingOf((await ctx.tx.one('detections/find_citizen_report', key))!), token: link.text }
  })
}

/** How a report stands, by its link. No person, no unit's papers; the dig that was found there only where everybody may know it. */
export async function trackReport(ctx: Context, token: string) {
  return standingOf(await reportOf(ctx, token))
}

/** Whose photo it may be: the report of the link, while it is of the last hour and has fewer than three. Answers as whom it is kept and what for. */
export async function admitPhoto(ctx: Context, token: string) {
  const { district_code, id, organisation_id } = await reportOf(ctx, token)
  await admitOneMore(ctx, 'detections/no-more-photos', (limit) =>
    ctx.system(() => ctx.tx.one('detections/count_citizen_photo', { district_code, id, ...limit })),
  )
  return {
    actor: { ...systemActor(district_code), organisation_id },
    subject_id: publicId('det', district_code, id),
  }
}

type ReportRow = Queries['detections/find_citizen_report']['row']

async function reportOf(ctx: Context, token: string): Promise<ReportRow> {
  const found = await followLink('dgr', token, (key) =>
    ctx.system(() => ctx.tx.one('detections/find_citizen_report', key)),
  )
  if (!found) throw notFound('detections')
  return found
}

function standingOf(found: ReportRow) {
  const { reference, status, created_at, updated_at, dig_name, dig_name_en, dig_stage, dig_until, dig_promoter } = found
  return {
    reference,
    state: said[status],
    reported_at: created_at,
    updated_at,
    dig: dig_name
      ? { name: dig_name, name_en: dig_name_en, stage: dig_stage!, until: dig_until, promoter: dig_promoter }
      : null,
  }
}

export const reportStates = ['received', 'permitted', 'checking', 'seen', 'unlawful', 'nothing', 'closed'] as const

const said: Readonly<Record<DetectionStatus, (typeof reportStates)[number]>> = {
  detected: 'received',
  auto_matched: 'permitted',
  needs_review: 'received',
  dispatched: 'checking',
  field_verified: 'seen',
  lawful_matched: 'permitted',
  lawful_retrospective: 'permitted',
  false_positive: 'nothing',
  unlawful: 'unlawful',
  rectifying: 'unlawful',
  rectified: 'unlawful',
  penalty_case: 'unlawful',
  penalised: 'unlawful',
  penalty_served: 'unlawful',
  cleared: 'closed',
  duplicate: 'received',
  reopened: 'checking',
}
