import type { App } from '../app.ts'
import { currentCalendar } from '../clocks/calendar.ts'
import { isWorkingDay, shanghaiDay, shiftDay, startOfDay, type Day } from '../clocks/working-days.ts'
import { systemActor } from '../access/actor.ts'
import { createRandom, type Random } from '../demo/random.ts'
import type { Parts } from '../http/environment.ts'
import { relayDistrict } from '../outbox/relay.ts'
import { react } from '../reactions.ts'
import { jobs } from '../schedule.ts'
import { act, count, type Tally } from './act.ts'
import { ground } from './ground.ts'
import { settlePeople, type People, type Person } from './people.ts'
import type { SettableClock } from './settable-clock.ts'

export interface Rehearsal {
  parts: Parts
  app: App
  clock: SettableClock
  district_code: number
  seed: number
  from: Day
  days: number
  /** Plans filed on a working day, on average. */
  per_day: number
  onMonth?: (month: string, digs: number) => void
}
/** A dig that is not over, and whose it is. */
interface Dig {
  id: string
  promoter: Person
}
interface Stage {
  people: People
  random: Random
  open: Dig[]
  tally: Tally
}

const ended = new Set(['closed', 'cancelled', 'lapsed', 'terminated'])
const stepsPerDig = 14

/**
 * A simulated stretch of a district's life: people file plans and do what the server lets them, day by day, through the API; the jobs
 * run every night. The same seed tells the same story. Returns what was done and what guards held back.
 */
export async function rehearse(given: Rehearsal): Promise<Tally> {
  const { parts, clock, district_code, from, days } = given
  const random = createRandom(given.seed)
  clock.set(startOfDay(from))
  const stage: Stage = {
    people: await settlePeople(parts.run, district_code, random.fork('people')),
    random: random.fork('life'),
    open: [],
    tally: { made: {}, held: {} },
  }
  for (let i = 0; i < days; i++) {
    const today = shiftDay(from, i)
    clock.set(new Date(startOfDay(today).getTime() + 5 * 60_000))
    for (const job of jobs) await job.run(parts, district_code)
    const calendar = await parts.run(systemActor(district_code), currentCalendar)
    if (isWorkingDay(today, calendar)) await workingDay(given, stage, today)
    await relayDistrict(parts, district_code, { react })
    if (shanghaiDay(clock.now()).slice(8) === '01') given.onMonth?.(today.slice(0, 7), stage.open.length)
  }
  return stage.tally
}

async function workingDay(given: Rehearsal, stage: Stage, today: Day): Promise<void> {
  const { app, clock, per_day } = given
  const { random, people, tally, open } = stage
  clock.set(new Date(startOfDay(today).getTime() + 9 * 3_600_000))
  for (let left = per_day; left > 0; left -= 1)
    if (random.chance(Math.min(left, 1))) {
      clock.pass(1)
      const dig = await file(app, people, random, today, open.length + 1, tally)
      if (dig) open.push(dig)
    }
  await answerRequests(app, people, random, tally)
  const staff = people.filter(({ role }) => role === 'authority' || role === 'inspector')
  const steps = Math.min(open.length, Math.ceil(per_day * stepsPerDig))
  for (const { id, promoter } of random.shuffle(open).slice(0, steps)) {
    clock.pass(1)
    const others = random.shuffle([promoter, ...staff])
    for (const person of others) if (await act({ app, random, tally, today }, person, id)) break
  }
  if (random.chance(0.2)) await forgetEnded(app, stage)
}

async function file(
  app: App,
  people: People,
  random: Random,
  today: Day,
  number: number,
  tally: Tally,
): Promise<Dig | null> {
  const promoter = random.pick(people.filter(({ role }) => role === 'promoter'))
  const isEmergency = random.chance(0.05)
  const { kind: _kind, ...plan } = ground.plan(random, today, number)
  const body = isEmergency
    ? { ...plan, kind: 'emergency_repair', planned_from: today, cause: '模拟爆管' }
    : { ...plan, kind: _kind }
  const answer = await app.request(isEmergency ? '/api/projects/emergency-start' : '/api/projects', {
    method: 'POST',
    headers: { authorization: `Bearer ${promoter.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const told = (await answer.json()) as { id?: string; code?: string }
  if (answer.status >= 500) throw new Error(`a plan was answered ${answer.status}`)
  count(answer.status < 300 ? tally.made : tally.held, isEmergency ? 'works.start_emergency' : 'project.register')
  return told.id ? { id: told.id, promoter } : null
}

/** Utilities answer most of what they are asked, not always in time. */
async function answerRequests(app: App, people: People, random: Random, tally: Tally): Promise<void> {
  for (const { token } of people.filter(({ role }) => role === 'utility')) {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const list = await app.request('/api/requests?status=open&limit=20', { headers })
    const { requests } = (await list.json()) as { requests: { id: string }[] }
    for (const { id } of requests.filter(() => random.chance(0.4))) {
      const answer = await app.request(`/api/requests/${id}/answer`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ response_code: 'clear' }),
      })
      count(answer.status < 300 ? tally.made : tally.held, 'utility_request.answer')
    }
  }
}

async function forgetEnded(app: App, stage: Stage): Promise<void> {
  const staff = stage.people.find(({ role }) => role === 'authority')!
  const kept: Dig[] = []
  for (const dig of stage.open) {
    const read = await app.request(`/api/projects/${dig.id}`, { headers: { authorization: `Bearer ${staff.token}` } })
    const { stage: now } = (await read.json()) as { stage: string }
    if (!ended.has(now)) kept.push(dig)
  }
  stage.open = kept
}
