import type { Actor } from '../access/actor.ts'
import { systemActor } from '../access/actor.ts'
import type { Keys } from '../access/seal.ts'
import type { Context } from '../context.ts'
import { publicId, type Key } from '../http/public-id.ts'
import { answerPetition } from '../petitions/answer.ts'
import { closePetition } from '../petitions/close.ts'
import { dispatchPetition } from '../petitions/dispatch.ts'
import { findPetition, gradingRule } from '../petitions/find.ts'
import { gradePetition } from '../petitions/grade.ts'
import { judgePetition } from '../petitions/judge.ts'
import { mergePetition } from '../petitions/merge.ts'
import { submitPetition } from '../petitions/submit.ts'
import { actorOf } from './actor-of.ts'
import { contextAt } from './context-at.ts'
import type { ProjectRow } from './dig-tables.ts'
import type { District } from './district.ts'
import { districtCode } from './organisations.ts'
import { demoPetitions } from './petition-words.ts'
import { createRandom } from './random.ts'

type Step =
  'grade' | 'dispatch' | 'answer' | 'satisfied' | 'basically' | 'unsatisfied' | 'not_reached' | 'close' | 'merge'
const answered = ['grade', 'dispatch', 'answer'] as const

/** How far each has come, in turn, and how many days ago it came in: every state that a request can be in, some of them late. */
const stories: readonly { days: number; steps: readonly Step[] }[] = [
  { days: 96, steps: [...answered, 'satisfied', 'close'] },
  { days: 71, steps: [...answered, 'basically', 'close'] },
  { days: 54, steps: [...answered, 'unsatisfied', 'dispatch', 'answer', 'satisfied', 'close'] },
  { days: 41, steps: [...answered, 'satisfied', 'close'] },
  { days: 33, steps: [...answered, 'not_reached', 'close'] },
  { days: 7, steps: answered },
  { days: 2, steps: ['merge'] },
  { days: 12, steps: ['grade', 'dispatch'] },
  { days: 9, steps: [...answered, 'unsatisfied'] },
  { days: 5, steps: ['grade', 'dispatch'] },
  { days: 2, steps: ['grade'] },
  { days: 1, steps: [] },
]
const many = 36

/**
 * Requests around the demo's digs, invented and saying so, each taken in and moved in the verbs of the room at its own time: a request of the demo is
 * one like any other. The same ones for the same district and day.
 */
export async function followPetitions(ctx: Context, keys: Keys, district: District): Promise<void> {
  const random = createRandom(`${district.today}/petitions`)
  const around = district.dig_project.filter(({ stage }) => stage === 'in_progress' || stage === 'suspended')
  const [authority, judge] = (['authority', 'auditor'] as const).map((role) => {
    const person = district.person.find((one) => one.role === role)!
    return actorOf(
      district.organisation.find(({ id }) => id === person.organisation_id)!,
      role,
      person,
    )
  }) as [Actor, Actor]
  const officeOf = (id: string) =>
    actorOf(
      district.organisation.find((one) => one.id === id)!,
      'authority',
    )
  const water = district.organisation.find(({ utility_kind }) => utility_kind === 'water')!
  const told: (Key & { reference: string })[] = []
  const elsewhere = around.filter(({ authority_id }) => authority_id !== authority.organisation_id)
  let dig = around[0]!
  let asked = demoPetitions[0]!
  for (let i = 0; i < many; i++) {
    const { days, steps } = stories[i % stories.length]!
    // what waits at an authority waits at the other one: the newcomer's desk shows the applications of its story first
    const waits = ['grade', 'unsatisfied', undefined].includes(steps.at(-1))
    if (!steps.includes('merge')) {
      dig = random.pick(waits ? elsewhere : around)
      asked = random.pick(demoPetitions)
    }
    const hours =
      24 * (days + 13 * (steps.includes('close') ? Math.floor(i / stories.length) : 0)) - random.between(1, 8)
    const came = new Date(ctx.now.getTime() - hours * 3_600_000)
    const [lon, lat] = placeOf(dig)
    const taken = await submitPetition(contextAt(ctx, came, systemActor(districtCode)), keys, {
      lon,
      lat,
      kind_code: asked.kind,
      from_kind: asked.from ?? 'person',
      body: asked.body,
      project_id: publicId('prj', districtCode, dig.id),
    })
    const unit =
      asked.kind === 'supply_cut'
        ? actorOf(water, 'utility')
        : actorOf({ id: dig.promoter_id, name_zh: dig.promoter_name }, 'promoter')
    for (const [n, step] of steps.entries()) {
      const at = new Date(came.getTime() + ((n + 1) * 22 + (n > 2 ? 24 : 0)) * 3_600_000)
      if (at >= ctx.now) break
      await take(ctx, at, taken, step, {
        authority: dig.authority_id === authority.organisation_id ? authority : officeOf(dig.authority_id),
        judge,
        unit,
        answer: asked.answer,
        same: told.at(-1),
      })
    }
    const { reference } = await findPetition(ctx, taken)
    if (!steps.includes('merge')) told.push({ ...taken, reference })
  }
}

interface Cast {
  authority: Actor
  judge: Actor
  unit: Actor
  answer: string
  same: { reference: string } | undefined
}

async function take(ctx: Context, at: Date, key: Key, step: Step, cast: Cast): Promise<void> {
  const as = (actor: Actor) => contextAt(ctx, at, actor)
  const row = await findPetition(ctx, key)
  const { authority, judge, unit } = cast
  const org = (actor: Actor) => publicId('org', districtCode, actor.organisation_id!)
  const seen = null
  if (step === 'grade') {
    const { by_kind } = await gradingRule(as(authority), districtCode)
    await gradePetition(as(authority), row, { grade: by_kind[row.kind_code]!, seen })
  } else if (step === 'dispatch')
    await dispatchPetition(as(authority), row, {
      unit_id: org(unit),
      judge_id: org(judge),
      is_outside_duty: false,
      seen,
    })
  else if (step === 'answer') await answerPetition(as(unit), row, { answer: cast.answer, attachments: [], seen })
  else if (step === 'close') await closePetition(as(authority), row, { seen })
  else if (step === 'merge') {
    if (cast.same) await mergePetition(as(authority), row, { petition_reference: cast.same.reference, seen })
  } else {
    const result = step === 'basically' ? 'basically_satisfied' : step
    await judgePetition(as(judge), row, { result, note: '【演示】电话回访', seen })
  }
}

/** A few steps beside a corner of the dig. */
function placeOf({ geom }: Pick<ProjectRow, 'geom'>): [number, number] {
  const [lon, lat] = geom.coordinates[0]![0]![0]!
  return [Number((lon! + 0.0002).toFixed(6)), Number((lat! + 0.0001).toFixed(6))]
}
