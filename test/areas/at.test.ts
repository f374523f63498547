import { expect, test } from 'vitest'
import { box, ground, ok, trench, type Ground } from './ground.ts'

const around = box(103.9195, 30.5695, 0.004, 0.001)

/** A generator with a seed (mulberry32), so that a failure can be had again. */
function seeded(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** One of the moves that the server offers this person now, made; false when it is refused. */
async function moveSomehow(g: Ground, id: string, random: (below: number) => number): Promise<boolean> {
  const member = [g.promoter, g.authority][random(2)]!
  const { actions } = ok(await g.w.as(member).get(`/api/projects/${id}`)).body as {
    actions: { name: string; href: string; allowed: boolean }[]
  }
  // An end is a rare choice, or every life would be short.
  const isEnd = /cancel|withdraw|revoke|refuse|not_accept|deregister|penalty/
  const open = actions.filter(
    ({ name, allowed, href }) => allowed && !href.includes('/sites/') && (!isEnd.test(name) || random(8) === 0),
  )
  const chosen = open[random(Math.max(1, open.length))]
  if (!chosen) return false
  const answer = await g.w.as(member).post(chosen.href, { reason: '试' })
  return answer.status < 300 || (await g.w.as(member).post(chosen.href)).status < 300
}

test('for random instants of a random history the stages are those that the event log recounts', async () => {
  const g = await ground({ now: '2026-03-02T02:00:00Z' })
  const random = seeded(20260302)
  const ids: string[] = []
  let at = Date.parse('2026-03-02T02:00:00Z')
  let moves = 0
  for (let step = 0; step < 60; step++) {
    at += (1 + random(60)) * 3_600_000
    g.w.clock.set(new Date(at).toISOString())
    if (ids.length < 5 && random(4) === 0)
      ids.push(await g.file(trench(103.92, 30.5696 + ids.length * 0.0001, { planned_to: '2027-03-01' })))
    else if (ids.length > 0 && (await moveSomehow(g, ids[random(ids.length)]!, random))) moves++
  }
  expect(moves).toBeGreaterThan(8)

  const log = await g.w.look(({ tx }) =>
    tx.raw<{ project_id: string; type: string; at: string; to: string | null }>(
      `select project_id, type, at, data ->> 'to' as to from event
        where district_code = $1 and type in ('project.registered', 'project.stage_changed') order by at, recorded_at, subject_version`,
      [g.w.district_code],
    ),
  )
  const recount = (instant: string) => {
    const stages = new Map<string, string>()
    for (const event of log)
      if (event.at <= instant) stages.set(`prj_${g.w.district_code}_${event.project_id}`, event.to ?? 'planned')
    return Object.fromEntries([...stages].sort())
  }
  expect(new Set(log.map(({ to }) => to)).size).toBeGreaterThan(3)

  const first = Date.parse('2026-03-02T00:00:00Z')
  const instants = Array.from({ length: 15 }, () => new Date(first + random(at - first)).toISOString())
  for (const instant of [...instants, ...log.slice(0, 5).map((event) => event.at)]) {
    const answer = ok(
      await g.w.as(g.planner).post('/api/areas/query', { area: { geometry: around }, at: instant, limit: 1000 }),
    )
    const found = answer.body.collections[0].features.map((feature: { id: string; properties: { stage: string } }) => [
      feature.id,
      feature.properties.stage,
    ])
    expect(Object.fromEntries(found.sort()), instant).toEqual(recount(instant))
  }
})
