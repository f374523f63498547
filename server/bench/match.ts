import { randomUUID } from 'node:crypto'
import { systemActor } from '../access/actor.ts'
import { ruleFor } from '../clocks/rules.ts'
import { startOfDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { analyzeGrown } from '../db/analyze.ts'
import type { Database } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import type { MultiPolygon, Position } from '../geometry/geojson.ts'
import { createRandom } from '../demo/random.ts'
import { SettableClock } from '../rehearsal/settable-clock.ts'
import { createRun } from '../run.ts'
import { recount } from './plain-match.ts'
import { rectanglesAround } from './rectangles.ts'
import { middle, timed } from './timing.ts'

export interface Matching {
  digs: number
  detections: number
  pairs: number
  match_ms: number
  join_ms: number
  ratio: number
}
interface Dig {
  id: string
  permit_id: string
  reference: string
  kind: string
  valid_from: string
  valid_to: string
  geometry: MultiPolygon
  permitted: MultiPolygon | null
}
interface Patch {
  id: string
  reference: string
  observed_on: string
  error_m: number
  geometry: MultiPolygon
}

const rounds = 5
const middleOf: Position = [103.95, 30.5]

/**
 * How long detections take to be matched with permitted digs (the one statement that decides, explains and stores), beside the bare spatial join of the same rows: medians of
 * five, in turn. Every match is then counted again without the database (coverage, share, permits and their days): the first that differs ends the bench.
 */
export async function benchMatch(db: Database, many: { digs: number; detections: number }): Promise<Matching> {
  await migrate(db, new Date())
  const district_code = 900_101
  const clock = new SettableClock(startOfDay('2026-03-02'))
  const run = createRun({ db, clock })
  const system = systemActor(district_code)
  const asSystem = <T>(work: (ctx: Context) => Promise<T>) => run(system, (ctx) => ctx.system(() => work(ctx)))
  const { digs, patches } = ground(many)
  const at = { district_code, owner_id: randomUUID(), at: '2025-12-01T00:00:00Z' }
  for (const rows of chunks(digs))
    await asSystem(({ tx }) =>
      tx.run('bench/lay_permitted', {
        ...at,
        rows: JSON.stringify(
          rows.map(({ geometry, permitted, ...row }) => ({
            ...row,
            wkt: wkt(geometry),
            permitted: permitted && wkt(permitted),
          })),
        ),
      }),
    )
  for (const rows of chunks(patches))
    await asSystem(({ tx }) =>
      tx.run('bench/lay_detections', {
        ...at,
        rows: JSON.stringify(rows.map(({ geometry, ...row }) => ({ ...row, wkt: wkt(geometry) }))),
      }),
    )
  await analyzeGrown(db)

  const ids = patches.map(({ id }) => id)
  const took: { match: number; join: number }[] = []
  let pairs = 0
  const rule = await asSystem((ctx) => ruleFor(ctx, district_code, 'detection.match', '2026-03-02'))
  const { matched_share, review_share, permit_kinds } = rule.value as {
    matched_share: number
    review_share: number
    permit_kinds: string[]
  }
  for (let round = 0; round < rounds; round++) {
    const join = await timed(() =>
      asSystem(async ({ tx }) => void (pairs = (await tx.one('bench/join_bare', { district_code }))!.pairs)),
    )
    const match = await timed(() =>
      asSystem(({ tx }) =>
        tx.many('detections/match_detection', {
          district_code,
          ids,
          now: clock.now().toISOString(),
          matched_share,
          review_share,
          permit_kinds,
          basis_zh: rule.basis_zh,
          basis_en: rule.basis_en,
        }),
      ),
    )
    took.push({ match, join })
  }
  const rows = await asSystem(({ tx }) =>
    tx.raw<Stored>(
      'select id, coverage, share_covered, st_area(excess::geography) / area_m2 as excess_share, match from detection where district_code = $1',
      [district_code],
    ),
  )
  checkEach(rows, { digs, patches, matched_share, review_share, permit_kinds })
  const of = (what: 'match' | 'join') => middle(took.map((one) => one[what]))
  const [match_ms, join_ms] = [of('match'), of('join')]
  return { digs: digs.length, detections: patches.length, pairs, match_ms, join_ms, ratio: match_ms / join_ms }
}

interface Stored {
  id: string
  coverage: string
  share_covered: number
  excess_share: number | null
  match: { grounds: { permit_reference: string; from_on: string; to_on: string; share: number }[] }
}
interface Plain {
  digs: Dig[]
  patches: Patch[]
  matched_share: number
  review_share: number
  permit_kinds: string[]
}

/** Counts every match again in plain words and plane metres; throws at the first that differs by more than the two ways of measuring do. */
function checkEach(rows: readonly Stored[], { digs, patches, matched_share, review_share, permit_kinds }: Plain): void {
  const stored = new Map(rows.map((row) => [row.id, row]))
  const cells = new Map<string, Dig[]>()
  for (const dig of digs)
    for (const cell of cellsOf([dig.geometry, ...(dig.permitted ? [dig.permitted] : [])])) {
      const there = cells.get(cell) ?? []
      cells.set(cell, there)
      there.push(dig)
    }
  for (const { id, reference, geometry, error_m, observed_on } of patches) {
    const row = stored.get(id)!
    const near = new Set([...cellsOf([geometry])].flatMap((cell) => cells.get(cell) ?? []))
    const inForce = [...near].filter(
      ({ kind, valid_from, valid_to }) =>
        permit_kinds.includes(kind) && valid_from <= observed_on && observed_on <= valid_to,
    )
    const shapes = inForce.map(({ permitted, geometry: own }) => permitted ?? own)
    const share = recount(geometry, shapes, error_m)
    // the plane of the recount and the ellipsoid differ by less than this
    const off = 0.002
    const fail = (what: string) => {
      throw new Error(`${reference}: ${what}; ${JSON.stringify({ share, stored: row })}`)
    }
    if (Math.abs(row.share_covered - share) > off) fail('another share')
    const coverage = share >= matched_share ? 'covered' : share >= review_share ? 'partly_covered' : 'not_covered'
    const isClear = [matched_share, review_share].every((limit) => Math.abs(share - limit) > off)
    if (isClear && row.coverage !== coverage) fail(`not ${coverage}`)
    if (row.coverage === 'partly_covered' && Math.abs(row.excess_share! - (1 - share)) > off) fail('another excess')
    for (const dig of inForce) {
      const own = recount(geometry, [dig.permitted ?? dig.geometry], error_m)
      const ground = row.match.grounds.find((one) => one.permit_reference === `${dig.reference}-P01`)
      if (own > off && !ground) fail(`${dig.reference} is not among its permits`)
      if (
        ground &&
        (Math.abs(ground.share - own) > off || ground.from_on !== dig.valid_from || ground.to_on !== dig.valid_to)
      )
        fail(`${dig.reference} is explained otherwise`)
    }
    const known = new Set(inForce.map((dig) => `${dig.reference}-P01`))
    if (row.match.grounds.some((one) => !known.has(one.permit_reference))) fail('a permit that was not in force')
  }
}

/** Digs in hot spots and between them, some of another kind of permit, some past, some permitted elsewhere than drawn; patches over them, beside them and far from any. */
function ground(many: { digs: number; detections: number }): { digs: Dig[]; patches: Patch[] } {
  const { range, chance, pick, uuid } = createRandom(20261127)
  const somewhere = () => [range(-20_000, 20_000), range(-20_000, 20_000)] as const
  const spots = Array.from({ length: 200 }, somewhere)
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + Math.floor(n))).toISOString().slice(0, 10)
  const box = rectanglesAround(middleOf)
  const digs = Array.from({ length: many.digs }, (_, i): Dig & { at: readonly [number, number] } => {
    const [x, y] = chance(0.3) ? pick(spots) : somewhere()
    const at = [x + range(-600, 600), y + range(-600, 600)] as const
    const shape = () => box(...at, range(10, 90), range(5, 60), range(0, 3))
    return {
      at,
      id: uuid(),
      permit_id: uuid(),
      reference: `B-${i}`,
      kind: chance(0.1) ? 'occupation' : 'excavation',
      valid_from: day(range(0, 40)),
      valid_to: day(range(45, 75)),
      geometry: shape(),
      permitted: chance(0.1) ? shape() : null,
    }
  })
  const patches = Array.from({ length: many.detections }, (_, i): Patch => {
    const over = pick(digs).at
    const away = chance(0.2) ? 200 : 25
    return {
      id: uuid(),
      reference: `BD-${i}`,
      observed_on: day(range(20, 60)),
      error_m: chance(0.5) ? 0 : range(1, 6),
      geometry: box(
        over[0] + range(-away, away),
        over[1] + range(-away, away),
        range(6, 50),
        range(6, 40),
        range(0, 3),
      ),
    }
  })
  return { digs: digs.map(({ at: _at, ...dig }) => dig), patches }
}

/** Cells of about 200 m that the box around shapes lies in, with the reach of the widest error around it. */
function cellsOf(shapes: readonly MultiPolygon[]): Set<string> {
  const found = new Set<string>()
  const corners = shapes.flatMap(({ coordinates }) => coordinates.flat(2))
  const side = (axis: 0 | 1, far: 1 | -1) => {
    const degrees = corners.map((corner) => corner[axis]!)
    return Math.floor(((far > 0 ? Math.max(...degrees) : Math.min(...degrees)) + far * 0.0001) * 500)
  }
  for (let x = side(0, -1); x <= side(0, 1); x++) for (let y = side(1, -1); y <= side(1, 1); y++) found.add(`${x} ${y}`)
  return found
}

const wkt = ({ coordinates }: MultiPolygon) =>
  `POLYGON(${coordinates[0]!.map((ring) => `(${ring.map(([x, y]) => `${x} ${y}`).join(',')})`).join(',')})`

function* chunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let i = 0; i < rows.length; i += 5_000) yield rows.slice(i, i + 5_000)
}
