import { findRule, ruleFor } from '../clocks/rules.ts'
import { shanghaiDay, shiftDay, type Day } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { MultiPolygon } from '../geometry/geojson.ts'
import { checkGeometry } from '../geometry/rules.ts'
import { field, invalid, fieldOf } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { responsibleFor } from '../projects/responsible.ts'
import { feeFactor, firstOpenDay, latestOf, type Band } from './earliest.ts'
import { estimateFee } from './fee.ts'
import { needsOf } from './needs.ts'
import { pipesNear, type FindLines } from './pipes.ts'
import type { CheckupInput } from './schemas.ts'
import { stepsOf } from './steps.ts'

export interface Dig {
  district_code: number
  id: string
  reference: string
  name: string
  name_en: string | null
  stage: string
  planned_from: string
  planned_to: string
  distance_m: number
}
/** What the clashes room finds for this one; server/routes.ts hands it in. */
export interface Clashes {
  findLines: FindLines
  nearbyDigs: (
    ctx: Context,
    input: { area: MultiPolygon; within_m: number; district_codes: number[]; from: Day; to: Day },
  ) => Promise<Dig[]>
}
interface Ground {
  area: MultiPolygon
  district_codes: number[]
  today: Day
}

/** Kinds that the no-dig years of a road bind (城市道路管理条例 33); an emergency digs first and files afterwards (34). */
const boundKinds = new Set(['road_excavation', 'pipeline_works'])

/**
 * 动土体检: what the law has to say about a dig that nobody has filed yet. Which approvals it needs, when each road may first be dug
 * and by which rule, whose lines and which digs are near, what it would cost, and by when it could begin. Stores nothing.
 */
export async function checkUp(ctx: Context, clashes: Clashes, input: CheckupInput) {
  const today = shanghaiDay(ctx.now)
  const shape = readShape(input, today)
  const { touched, outside } = await responsibleFor(ctx, shape.area)
  const ground: Ground = { area: shape.area, district_codes: touched, today }
  const home = touched[0]!
  const blackouts = await blackoutsOver(ctx, ground, input.kind)
  const segments = await segmentsUnder(ctx, ground, input, blackouts)
  const pipes = await pipesNear(ctx, clashes.findLines, { ...ground, day: today })
  const isUrgent = input.kind === 'emergency_repair'
  const clocks = isUrgent ? null : await ctx.system(() => stepsOf(ctx, home))
  const openings = segments.map(({ open_until }) => open_until)
  const atLeast = latestOf(today, ...openings)
  const needs = await needsOf(ctx, home, today, {
    kind: input.kind,
    on_road: segments.length > 0,
    in_moratorium: segments.some(({ approval }) => approval === 'county_government'),
    protected_themes: pipes.lines.filter((line) => line.protected).map(({ theme }) => theme),
    depth_m: input.depth_m ?? null,
  })
  return {
    today,
    geometry: shape.area,
    area_m2: shape.area_m2,
    length_m: shape.length_m,
    needs,
    segments,
    pipes,
    digs: await digsNear(ctx, clashes, ground, input),
    blackouts: blackouts.map(({ district_code, id, ...shown }) => ({
      ...shown,
      id: publicId('blk', district_code, id),
      in_plan: shown.from_on <= input.planned_to && input.planned_from <= shown.last_on,
    })),
    protected_ground: await protectedGround(ctx, ground),
    fee: await estimateFee(ctx, {
      ...input,
      district_code: home,
      day: today,
      from: input.planned_from,
      to: input.planned_to,
      segments,
    }),
    clocks,
    earliest: {
      /** If everybody keeps what is promised, and if everybody takes all the time that the law gives. */
      promised_on: firstOpenDay(latestOf(atLeast, clocks?.promised_on ?? null), blackouts),
      statutory_on: firstOpenDay(latestOf(atLeast, clocks?.statutory_on ?? null), blackouts),
      /** By roads and blackout periods alone. */
      ground_on: firstOpenDay(atLeast, blackouts),
    },
    warnings: [...shape.findings.map(fieldOf), ...outside],
  }
}

function readShape(input: CheckupInput, today: Day) {
  const shape = checkGeometry(input.geometry, input)
  const errors = shape.ok ? [] : shape.findings.map(fieldOf)
  if (input.planned_to < input.planned_from)
    errors.push(
      field('/planned_to', 'projects/period-reversed', '结束日期早于开始日期', 'the end lies before the beginning'),
    )
  if (input.planned_from < today)
    errors.push(field('/planned_from', 'projects/in-the-past', '计划工期已过去', 'the planned period lies in the past'))
  if (!shape.ok || errors.length > 0) throw invalid('restrictions/invalid', errors)
  return shape
}

/** In force on or after today. An emergency is not stopped by those that let it be. */
async function blackoutsOver(ctx: Context, { area, district_codes, today }: Ground, kind: string) {
  const geometry = JSON.stringify(area)
  const rows = await ctx.tx.many('restrictions/list_blackouts_over', { geometry, district_codes, day: today, kind })
  return rows
    .filter(({ exempts_emergency }) => !(exempts_emergency && kind === 'emergency_repair'))
    .map(({ exempts_emergency: _e, ...row }) => row)
}

/** The roads that a shape digs into, each with its no-dig years, its first open day and the factor of its fee. */
export async function segmentsUnder(
  ctx: Context,
  { area, district_codes, today }: Ground,
  input: Pick<CheckupInput, 'kind' | 'planned_from'>,
  closed: Awaited<ReturnType<typeof blackoutsOver>>,
) {
  const rows = await ctx.tx.many('restrictions/list_segments', {
    geometry: JSON.stringify(area),
    district_codes,
    day: today,
  })
  const factor = await findRule(ctx, district_codes[0]!, 'fee.moratorium_factor', today)
  const { bands } = (factor?.value ?? { bands: [] }) as { bands: Band[] }
  return rows.map(({ district_code, id, open_until: until, ...road }) => {
    const open_until = boundKinds.has(input.kind) ? until : null
    const isClosed = open_until !== null && input.planned_from < open_until
    return {
      ...road,
      id: publicId('rod', district_code, id),
      open_until,
      earliest_on: firstOpenDay(latestOf(today, open_until), closed),
      approval: isClosed ? ('county_government' as const) : ('authority' as const),
      fee_factor: feeFactor(bands, input.planned_from, open_until),
      factor_basis_zh: factor?.basis_zh ?? null,
      factor_basis_en: factor?.basis_en ?? null,
    }
  })
}

/** Digs that could be open about the same time; those not begun yet and near enough could share the trench (同沟同槽). */
async function digsNear(ctx: Context, clashes: Clashes, { area, district_codes, today }: Ground, input: CheckupInput) {
  const rule = await ruleFor(ctx, district_codes[0]!, 'check.neighbours', today)
  const { within_m, share_within_m, days } = rule.value as { within_m: number; share_within_m: number; days: number }
  const from = shiftDay(input.planned_from, -days)
  const to = shiftDay(input.planned_to, days)
  const digs = await clashes.nearbyDigs(ctx, { area, within_m, district_codes, from, to })
  return digs.map(({ district_code, id, ...dig }) => ({
    ...dig,
    id: publicId('prj', district_code, id),
    at_once: dig.planned_from <= input.planned_to && input.planned_from <= dig.planned_to,
    may_share: dig.distance_m <= share_within_m && ['planned', 'permitting', 'permitted'].includes(dig.stage),
  }))
}

async function protectedGround(ctx: Context, { area, district_codes, today }: Ground) {
  const rule = await ruleFor(ctx, district_codes[0]!, 'check.protected_ground', today)
  const { themes, layer_prefix } = rule.value as { themes: string[]; layer_prefix: string }
  const isStaff = ['authority', 'inspector', 'planner', 'auditor', 'admin'].includes(ctx.actor.role)
  return ctx.system(() =>
    ctx.tx.many('restrictions/list_protected', {
      geometry: JSON.stringify(area),
      district_codes,
      themes,
      layer_prefix,
      audiences: isStaff ? ['public', 'staff'] : ['public'],
      organisation_id: ctx.actor.organisation_id,
    }),
  )
}
