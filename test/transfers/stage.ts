import { randomUUID } from 'node:crypto'
import type { Outbound, OutboundAnswer } from '../../server/http/outbound.ts'
import { residentIdCheck } from '../../server/projects/codes/resident-id.ts'
import { pushArmedLegs } from '../../server/transfers/push.ts'
import { runPrechecks } from '../../server/transfers/run-prechecks.ts'
import { world, type Member, type World, type WorldOptions } from '../world.ts'

export const kinds = ['water', 'power', 'gas'] as const
export type Kind = (typeof kinds)[number]

const residentId = (first17: string) => first17 + residentIdCheck(first17)
export const seller = {
  name: '何文静',
  id_type: 'resident_id',
  id_no: residentId('51010619750203204'),
  phone: '13800001111',
}
export const buyer = {
  name: '李四方',
  id_type: 'resident_id',
  id_no: residentId('51010619900101123'),
  phone: '13912345678',
}
export const accounts: Record<Kind, string> = { water: '2100001234', power: '5100005678', gas: '7100009012' }
export const consent = {
  given: true,
  purpose: '办理水电气联动过户',
  method: '加密接口',
  data_kinds: ['name', 'id_no', 'phone', 'location'],
  text_version: '2026-01',
}
/** Everything that names a person or an account in these tests: none of it may be found outside the sealed tables. */
export const personal = [seller, buyer]
  .flatMap(({ name, id_no, phone }) => [name, id_no, phone])
  .concat(Object.values(accounts))

export interface Stage extends World {
  registry: Member
  utilities: Record<Kind, Member>
  building_id: string
  unit: { id: string; code: string; label: string }
  /** What each utility says at the precheck; `silent` does not answer. */
  answers: Record<Kind, object | 'silent'>
  /** What the utilities were asked. */
  asked: { url: string; body: string }[]
  input(change?: Record<string, unknown>): Record<string, unknown>
  open(change?: Record<string, unknown>): Promise<any>
  /** Runs the prechecks that are due, against the answers above. */
  askUtilities(): Promise<number>
  push(): Promise<number>
  /** Opened, prechecked, entered and pushed, as far as the answers allow. */
  entered(change?: Record<string, unknown>): Promise<any>
  leg(id: string, kind: Kind): Promise<any>
}

const success: Record<Kind, object> = {
  water: { result: 1, code: '0' },
  power: { result: 1, code: '200' },
  gas: { result: 1, code: '1000' },
}
export const inArrears = { result: 0, code: '2002', detail: '何文静 欠费', arrears_yuan: 86.4 }

/** A district with a building of two homes, a registry, and three utilities that serve its street. */
export async function stage(options: WorldOptions = {}): Promise<Stage> {
  const w = await world(options)
  const registry = await w.member('registry')
  const utilities = {} as Record<Kind, Member>
  for (const kind of kinds) utilities[kind] = await w.member('utility', { utility_kind: kind })
  const building_id = randomUUID()
  const unit = {
    id: `unt_${w.district_code}_${randomUUID()}`,
    code: `${w.district_code}001001GB00001F00031502`,
    label: '怡心里3栋2单元1502',
  }
  await build(w, utilities, building_id, unit)

  const answers = { ...success } as Record<Kind, object | 'silent'>
  const asked: { url: string; body: string }[] = []
  const outbound: Outbound = {
    post: async ({ url, body }) => {
      asked.push({ url, body })
      const answer = answers[new URL(url).hostname.split('.')[0] as Kind]
      const said =
        answer === 'silent'
          ? { answered: false, error: 'timed_out', detail: 'timed_out', duration_ms: 1 }
          : { answered: true, status: 200, headers: {}, body_prefix: JSON.stringify(answer), duration_ms: 1 }
      return said as OutboundAnswer
    },
    close: async () => {},
  }
  const as = w.as(registry)
  const s: Stage = {
    ...w,
    registry,
    utilities,
    building_id,
    unit,
    answers,
    asked,
    input: (change = {}) => ({
      unit_id: unit.id,
      acceptance_no: `20260302${randomUUID().slice(0, 8)}`,
      parties: { buyers: [buyer], sellers: [seller] },
      legs: kinds.map((kind) => ({ kind, account_no: accounts[kind], consent })),
      ...change,
    }),
    open: async (change) => expectStatus(await as.post('/api/transfers', s.input(change)), 201),
    askUtilities: () => runPrechecks(w.parts, w.district_code, outbound),
    push: () => pushArmedLegs(w.parts, w.district_code),
    entered: async (change) => {
      const opened = await s.open(change)
      expectStatus(await as.post(`/api/transfers/${opened.id}/precheck`), 200)
      await s.askUtilities()
      expectStatus(
        await as.post(`/api/transfers/${opened.id}/register-entry`, { certificate_no: '川(2026)0001号' }),
        200,
      )
      await s.push()
      return { ...expectStatus(await as.get(`/api/transfers/${opened.id}`), 200), tracking: opened.tracking }
    },
    leg: async (id, kind) => expectStatus(await as.get(`/api/transfers/${id}/legs/${kind}`), 200),
  }
  return s
}

export function expectStatus(answer: { status: number; body: any }, status: number): any {
  if (answer.status !== status)
    throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

export const outline = 'MULTIPOLYGON(((103.92 30.57,103.9205 30.57,103.9205 30.5702,103.92 30.5702,103.92 30.57)))'

async function build(w: World, utilities: Record<Kind, Member>, building_id: string, unit: Stage['unit']) {
  await w.look(async ({ tx, now }) => {
    const at = now.toISOString()
    await tx.raw(
      `insert into building (district_code, id, estate_name, name, admin_code, street_name, floors, unit_count, geom, updated_at)
       values ($1, $2, '怡心里', '3栋', $3, '怡心街道', 18, 2, st_geomfromtext($4, 4490), $5)`,
      [w.district_code, building_id, `${w.district_code}017`, outline, at],
    )
    await tx.raw(
      `insert into home_unit (district_code, id, building_id, unit_code, entrance, floor, room, label, area_m2)
       values ($1, $2, $3, $4, '2', 15, '1502', $5, 98.5), ($1, $6, $3, $7, '1', 3, '301', '怡心里3栋1单元301', 88)`,
      [
        w.district_code,
        unit.id.slice(-36),
        building_id,
        unit.code,
        unit.label,
        randomUUID(),
        `${w.district_code}001001GB00001F00030301`,
      ],
    )
    for (const kind of kinds)
      await tx.raw(
        `insert into utility_route (district_code, id, utility_kind, utility_id, admin_code, unit_code, precheck_url, valid_from)
         values ($1, $2, $3, $4, $5, $6, $7, '2016-01-01')`,
        [
          w.district_code,
          randomUUID(),
          kind,
          utilities[kind].organisation_id,
          `${w.district_code}017`,
          `${kind.toUpperCase()}-017`,
          `https://${kind}.example/precheck`,
        ],
      )
  })
}

/** A public dig as a short trench, so many degrees north of the home's building. */
export async function digNear(s: Stage, name: string, north: number, dig_stage = 'in_progress') {
  const promoter = await s.member('promoter')
  const authority = await s.member('authority')
  const south = 30.5702 + north
  const trench = `MULTIPOLYGON(((103.92 ${south},103.921 ${south},103.921 ${south + 0.00002},103.92 ${south + 0.00002},103.92 ${south})))`
  const id = randomUUID()
  await s.look(({ tx, now }) =>
    tx.raw(
      `insert into dig_project (district_code, id, reference, name, kind, stage, promoter_id, promoter_name, authority_id, planned_from, planned_to, geom, created_at, updated_at)
       values ($1, $2, $3, $4, 'road_excavation', $5, $6, '某单位', $7, '2026-02-01', '2026-03-06', st_geomfromtext($8, 4490), $9, $9)`,
      [
        s.district_code,
        id,
        `DP-${name}`,
        name,
        dig_stage,
        promoter.organisation_id,
        authority.organisation_id,
        trench,
        now.toISOString(),
      ],
    ),
  )
  return id
}
