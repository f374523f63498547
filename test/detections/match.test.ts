import { expect, test } from 'vitest'
import { matchDetections } from '../../server/detections/match.ts'
import type { MultiPolygon } from '../../server/geometry/geojson.ts'
import { world, type World } from '../world.ts'
import { box, layDetection, layDig, type Dig } from './ground.ts'
import { recount } from '../../server/bench/plain-match.ts'

type Matched = {
  id: string
  status: string
  coverage: string
  share_covered: number
  excess_share: number | null
  match: { grounds: { ground: string; share: number; permit_reference: string | null; project_reference: string }[] }
}

async function matched(w: World, ids: string[]): Promise<Map<string, Matched>> {
  await w.look((ctx) => matchDetections(ctx, w.district_code, ids))
  const rows = (await w.look(({ tx }) =>
    tx.raw(
      `select id, status, coverage, share_covered, match, st_area(excess::geography) / area_m2 as excess_share
         from detection where district_code = $1`,
      [w.district_code],
    ),
  )) as Matched[]
  return new Map(rows.map((row) => [row.id, row]))
}
const one = async (w: World, geometry: MultiPolygon, row: Record<string, unknown> = {}) => {
  const id = await layDetection(w, geometry, row)
  return (await matched(w, [id])).get(id)!
}

/** Seeded, so that a failure comes again. */
function dice(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What the law says of one dig on a day, told again in plain words: the word, or null when it covers nothing. */
function wordFor(dig: Dig, day: string, now: string): string | null {
  const [from, to] = [dig.from!, dig.to!]
  const hasPermit = dig.has_permit !== false && dig.kind !== 'occupation'
  if (!dig.begun_on) {
    if (!hasPermit || day < from || day > to) return null
    const begins = `${day}T00:00:00+08:00`
    const granted = new Date(dig.granted_at!) < new Date(new Date(begins).getTime() + 86_400_000)
    const ended = dig.ended_at !== undefined && new Date(dig.ended_at) <= new Date(begins)
    return granted && !ended ? 'permit' : null
  }
  const since = [dig.begun_on, ...(hasPermit ? [from] : [])].toSorted()[0]!
  if (hasPermit && !dig.ended_at && since <= day && day <= to) return 'retrospective'
  const late = dig.file_by !== undefined && dig.file_by < now
  return dig.begun_on <= day && !late ? 'emergency' : null
}

test('three hundred random patches are matched as a plain recount in metres says: words, shares and the excess', async () => {
  const w = await world()
  const random = dice(20260302)
  const between = (a: number, b: number) => a + random() * (b - a)
  const chance = (share: number) => random() < share
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + Math.floor(n))).toISOString().slice(0, 10)
  const digs: (Dig & { project_reference: string })[] = []
  for (let i = 0; i < 60; i++) {
    const at = [between(-450, 450), between(-450, 450)] as const
    const shape = () => box(w, ...at, between(10, 90), between(5, 60), between(0, 3))
    const from = day(between(5, 40))
    const kind = random()
    const dig: Dig = {
      geometry: shape(),
      ...(chance(0.2) ? { permitted: shape() } : {}),
      from,
      to: day(between(45, 58)),
      granted_at: `${day(between(0, 25))}T03:00:00Z`,
      ...(kind < 0.1 ? { kind: 'occupation' as const } : {}),
      ...(kind > 0.1 && kind < 0.2 ? { status: 'revoked', ended_at: `${day(between(40, 50))}T03:00:00Z` } : {}),
      ...(kind > 0.7 ? { begun_on: day(between(3, 40)) } : {}),
      ...(kind > 0.8
        ? { has_permit: false, file_by: chance(0.5) ? '2026-01-20T00:00:00Z' : '2026-04-01T00:00:00Z' }
        : {}),
    }
    digs.push({ ...dig, project_reference: (await layDig(w, dig)).project_reference })
  }
  const patches: { id: string; geometry: MultiPolygon; error_m: number; day: string }[] = []
  for (let i = 0; i < 300; i++) {
    const geometry = box(w, between(-470, 470), between(-470, 470), between(3, 60), between(3, 60), between(0, 3))
    const error_m = chance(0.3) ? 0 : Math.round(between(0, 80)) / 10
    const observed_on = day(between(8, 58))
    const id = await layDetection(w, geometry, { observed_on, positional_error_m: error_m })
    patches.push({ id, geometry, error_m, day: observed_on })
  }
  const found = await matched(
    w,
    patches.map(({ id }) => id),
  )
  const seen = new Set<string>()
  for (const patch of patches) {
    const allowed = digs.flatMap((dig) => {
      const word = wordFor(dig, patch.day, '2026-03-02T02:00:00Z')
      const shape = dig.permitted ?? dig.geometry
      const share = word ? recount(patch.geometry, [shape], patch.error_m) : 0
      return word && share > 1e-9 ? [{ shape, ground: word, share, project_reference: dig.project_reference }] : []
    })
    const share = recount(
      patch.geometry,
      allowed.map(({ shape }) => shape),
      patch.error_m,
    )
    const row = found.get(patch.id)!
    expect(row.share_covered).toBeCloseTo(share, 3)
    if ([0.2, 0.8].every((limit) => Math.abs(share - limit) > 0.001)) {
      const coverage = share >= 0.8 ? 'covered' : share >= 0.2 ? 'partly_covered' : 'not_covered'
      expect(row.coverage).toBe(coverage)
      if (coverage === 'partly_covered') expect(row.excess_share).toBeCloseTo(1 - share, 3)
      else expect(row.excess_share).toBeNull()
      seen.add(coverage)
    }
    const listed = (grounds: { ground: string; share: number; project_reference: string }[]) =>
      grounds
        .filter((ground) => ground.share > 0.0005)
        .map(({ ground, project_reference }) => `${ground} ${project_reference}`)
        .toSorted()
    expect(listed(row.match.grounds)).toEqual(listed(allowed))
    for (const { project_reference, share: own } of allowed)
      if (own > 0.0005)
        expect(row.match.grounds.find((ground) => ground.project_reference === project_reference)!.share).toBeCloseTo(
          own,
          3,
        )
    for (const { ground } of row.match.grounds) seen.add(ground)
  }
  expect([...seen].toSorted()).toEqual([
    'covered',
    'emergency',
    'not_covered',
    'partly_covered',
    'permit',
    'retrospective',
  ])
}, 180_000)

test('the positional error is metres on the ground: a patch five metres away is covered from five metres on', async () => {
  const w = await world()
  await layDig(w, { geometry: box(w, 0, 0, 20, 20) })
  const beside = box(w, 20, 0, 10, 10) // from 15 m to 25 m east; the dig ends at 10 m
  expect(await one(w, beside, { positional_error_m: 4.9 })).toMatchObject({ share_covered: 0, match: { grounds: [] } })
  const half = await one(w, beside, { positional_error_m: 10 })
  expect(half.share_covered).toBeCloseTo(0.5, 2)
  expect((await one(w, beside, { positional_error_m: 15.1 })).coverage).toBe('covered')
})

test('a permit covers its days only: not the day before, not the day after, and not after it was revoked', async () => {
  const w = await world()
  const geometry = box(w, 0, 0, 20, 20)
  await layDig(w, {
    geometry,
    from: '2026-02-05',
    to: '2026-02-20',
    status: 'revoked',
    ended_at: '2026-02-15T03:00:00Z',
  })
  const on = async (observed_on: string) => (await one(w, geometry, { observed_on })).coverage
  expect(await on('2026-02-04')).toBe('not_covered')
  expect(await on('2026-02-05')).toBe('covered')
  expect(await on('2026-02-15')).toBe('covered') // revoked at eleven that morning
  expect(await on('2026-02-16')).toBe('not_covered')
  expect(await on('2026-02-21')).toBe('not_covered')
})

test('permits side by side cover a patch together, and two over the same ground count once', async () => {
  const w = await world()
  await layDig(w, { geometry: box(w, -10, 0, 20, 20) })
  await layDig(w, { geometry: box(w, 10, 0, 20, 20) })
  await layDig(w, { geometry: box(w, 10, 0, 20, 20) })
  const across = await one(w, box(w, 0, 0, 20, 10))
  expect(across.coverage).toBe('covered')
  expect(across.share_covered).toBeCloseTo(1, 4)
  expect(across.match.grounds.map(({ share }) => Number(share.toFixed(2)))).toEqual([0.5, 0.5, 0.5])
})

test('the ground that was permitted counts, not the one that was planned', async () => {
  const w = await world()
  await layDig(w, { geometry: box(w, 0, 0, 40, 20), permitted: box(w, -10, 0, 20, 20) })
  expect((await one(w, box(w, -10, 0, 20, 20))).coverage).toBe('covered')
  expect((await one(w, box(w, 10, 0, 20, 20), { observed_on: '2026-02-11' })).share_covered).toBeCloseTo(0, 6)
})
