import { expect, test } from 'vitest'
import { sendDueMessages } from '../../server/messages/send.ts'
import { makeDocuments } from '../../server/documents/make.ts'
import { addIssued } from '../../server/attachments/add-issued.ts'
import { world, type World } from '../world.ts'
import { relayAll } from '../documents/papers.ts'
import { certain, handIn } from './file.ts'
import {
  accepted,
  after,
  applied,
  clockOf,
  layRoad,
  offered,
  ok,
  police,
  stageOf,
  toldTo,
  type Scene,
} from './stage.ts'

const reason = { reason: '选错了案卷' }
const decisions = [
  {
    move: 'grant',
    body: {},
    from: accepted,
    back: 'application_accepted',
    stage: 'permitting',
    clock: 'permit.decision',
    told: 'permit.granted',
  },
  {
    move: 'refuse',
    body: { reason: '不符合条件' },
    from: accepted,
    back: 'application_accepted',
    stage: 'permitting',
    clock: 'permit.decision',
    told: 'permit.refused',
  },
  {
    move: 'request-supplement',
    body: { items: ['交通组织方案'] },
    from: [],
    back: 'submitted',
    stage: 'permitting',
    clock: 'permit.acceptance',
    told: 'permit.supplement_requested',
  },
  {
    move: 'not-accept',
    body: { reason: '不属于本机关' },
    from: [],
    back: 'submitted',
    stage: 'permitting',
    clock: 'permit.acceptance',
    told: 'permit.not_accepted',
  },
] as const

const send = (w: World) => sendDueMessages({ ...w.parts, demo: true }, w.district_code)
/** Business time and the wall clock go on together, past the minute of rule permit.holding. */
const letItLeave = (w: World) => w.clock.add(2 / 60)
const plain = ({ version: _v, ...permit }: Record<string, unknown>) => permit

test.each(decisions)(
  '$move: taken back before anybody is told, permit, clocks and stage stand as before, on record',
  async (row) => {
    const w = await world()
    const scene = await after(w, row.from)
    const before = (await scene.authority.get(scene.at)).body
    const clock = await clockOf(scene, row.clock)
    const decided = ok(await scene.authority.post(`${scene.at}/${row.move}`, row.body)).body
    expect(decided.undo_seconds).toBe(60)
    expect(await send(w)).toBe(row.from.length > 0 ? 2 : 1)
    w.clock.add(30 / 3600)
    const undone = ok(await scene.authority.post(`${scene.at}/undo`, reason)).body
    expect(plain(undone)).toEqual({ ...plain(before), version: undefined })
    expect(undone.version).toBe(decided.version + 1)
    expect(await clockOf(scene, row.clock)).toMatchObject({
      state: 'running',
      due_on: clock!.due_on,
      card: clock!.card,
      statutory_due_on: clock!.statutory_due_on,
    })
    expect(await stageOf(scene)).toBe(row.stage)
    letItLeave(w)
    expect(await send(w)).toBe(0)
    expect(await toldTo(w, await w.member('promoter'))).not.toContain(row.told)
    const { events } = (await scene.promoter.get(`/api/projects/${scene.id}/history`)).body
    expect(events.filter(({ type }: { type: string }) => type === 'permit.decision_undone')).toHaveLength(1)
    const audits = await w.look(({ tx }) =>
      tx.raw(`select reason from audit where district_code = $1 and action in ('permit.undo', 'permit.undo_answer')`, [
        w.district_code,
      ]),
    )
    expect(audits).toEqual([reason])
  },
)

test('the ledger of a reopened clock shows the stop and that it was taken back; what the decision began ends without fault', async () => {
  const w = await world()
  const scene = await after(w, accepted)
  ok(await scene.authority.post(`${scene.at}/grant`))
  ok(await scene.authority.post(`${scene.at}/undo`, reason))
  const { clocks } = (await scene.promoter.get(`/api/projects/${scene.id}`)).body
  const of = (kind: string) => clocks.find((clock: { kind: string }) => clock.kind === kind)
  const { versions } = (await scene.authority.get(`/api/clocks/${of('permit.decision').id}`)).body
  expect(versions.map(({ cause }: { cause: string }) => cause).sort()).toEqual(['reopened', 'started', 'stopped'])
  expect(of('permit.delivery').state).toBe('cancelled')
  const open = await w.look(({ tx }) =>
    tx.raw(`select 1 from project_geometry where district_code = $1 and life = 'permitted' and recorded_to is null`, [
      w.district_code,
    ]),
  )
  expect(open).toEqual([])
})

test('once the message has left, or is leaving, nothing is taken back, and the page offers it no more', async () => {
  const w = await world()
  const told = await after(w, accepted)
  ok(await told.authority.post(`${told.at}/grant`))
  expect(await offered(told.authority, told.id, 'permit.undo')).toMatchObject({ allowed: true })
  letItLeave(w)
  expect((await told.authority.post(`${told.at}/undo`, reason)).body.code).toBe('permits/applicant-told')
  expect(await offered(told.authority, told.id, 'permit.undo')).toBeUndefined()
  expect((await told.authority.get(told.at)).body).toMatchObject({ status: 'granted', undo_seconds: null })

  const leaving = await after(w, accepted)
  ok(await leaving.authority.post(`${leaving.at}/refuse`, reason))
  await w.look(({ tx }) =>
    tx.raw(`update message set attempts = 1 where district_code = $1 and template = 'permit.refused'`, [
      w.district_code,
    ]),
  )
  expect((await leaving.authority.post(`${leaving.at}/undo`, reason)).body.code).toBe('permits/applicant-told')
  expect(await toldTo(w, await w.member('promoter'))).toContain('permit.refused')
})

test('the message of a decision waits its time and then leaves by itself; its paper is printed no sooner, and never when it was taken back', async () => {
  const w = await world()
  const kept = await after(w, accepted)
  await send(w)
  ok(await kept.authority.post(`${kept.at}/grant`))
  expect(await send(w)).toBe(0)
  const undone = await after(w, accepted)
  ok(await undone.authority.post(`${undone.at}/grant`))
  ok(await undone.authority.post(`${undone.at}/undo`, reason))
  await relayAll(w)
  expect(await send(w)).toBe(3)
  while ((await makeDocuments(w.parts, w.district_code, addIssued)) > 0);
  const kinds = async ({ promoter, id }: Scene) =>
    ((await promoter.get(`/api/projects/${id}/documents`)).body.documents as { kind: string }[])
      .map(({ kind }) => kind)
      .sort()
  expect(await kinds(kept)).toEqual(['acceptance_receipt', 'permit'])
  expect(await kinds(undone)).toEqual(['acceptance_receipt'])
})

test('only the authority that decided takes back, with a reason, and what it saw', async () => {
  const w = await world()
  const scene = await after(w, accepted)
  const { version } = ok(await scene.authority.post(`${scene.at}/grant`)).body
  const undo = `${scene.at}/undo`
  expect((await scene.promoter.post(undo, reason)).body.code).toBe('permits/not-your-move')
  const other = w.as(await w.member('authority', { another: true }))
  expect((await other.post(undo, reason)).body.code).toBe('permits/other-authority')
  expect((await scene.authority.post(undo)).status).toBe(422)
  expect((await scene.authority.post(undo, reason, { 'if-match': `"${version - 1}"` })).body.code).toBe(
    'permits/changed-since',
  )
  const twice = await Promise.all([1, 2].map(() => scene.authority.post(undo, reason)))
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 409])
  ok(await scene.authority.post(`${scene.at}/refuse`, reason))
  ok(await scene.authority.post(undo, reason))
  ok(await scene.authority.post(`${scene.at}/grant`))
})

test('what the applicant has done on a decision stands in the way: an application made anew, documents handed in', async () => {
  const w = await world()
  const refused = await after(w, accepted)
  ok(await refused.authority.post(`${refused.at}/refuse`, reason))
  ok(await refused.promoter.post(`/api/projects/${refused.id}/apply`))
  expect((await refused.authority.post(`${refused.at}/undo`, reason)).body.code).toBe('permits/acted-upon')
  const asked = await applied(w)
  ok(await asked.authority.post(`${asked.at}/request-supplement`, { items: ['方案'] }))
  ok(await asked.promoter.post(`${asked.at}/supplement`))
  expect((await asked.authority.post(`${asked.at}/undo`, reason)).body.code).toBe('permits/wrong-state')
})

test('a consent that fell with a refusal is asked again when the refusal is taken back, on its old clock', async () => {
  const w = await world()
  await w.member('authority')
  await layRoad(w)
  const officer = await police(w)
  const scene = await after(w, accepted)
  const clock = await clockOf(scene, 'consent.traffic_consent')
  ok(await scene.authority.post(`${scene.at}/refuse`, reason))
  expect((await scene.promoter.get(scene.at)).body.consents[0].status).toBe('dropped')
  ok(await scene.authority.post(`${scene.at}/undo`, reason))
  expect((await scene.promoter.get(scene.at)).body.consents[0].status).toBe('asked')
  expect(await clockOf(scene, 'consent.traffic_consent')).toMatchObject({ state: 'running', due_on: clock!.due_on })
  const give = await offered(w.as(officer), scene.id, 'consent.give')
  ok(await w.as(officer).post(give!.href))
})

test('a grant that is taken back takes its file back from supervision, unless somebody signed for it; the next grant hands it over again', async () => {
  const w = await world()
  const inspector = await w.member('inspector')
  const scene = await after(w, accepted)
  const handover = async () => (await scene.promoter.get(scene.at)).body.handover
  ok(await scene.authority.post(`${scene.at}/grant`))
  ok(await scene.authority.post(`${scene.at}/undo`, reason))
  expect(await handover()).toBeNull()
  expect(await clockOf(scene, 'handover.sign_for')).toMatchObject({ state: 'cancelled' })
  letItLeave(w)
  await send(w)
  expect(await toldTo(w, inspector)).toEqual([])
  ok(await scene.authority.post(`${scene.at}/grant`))
  const { id, status } = await handover()
  expect(status).toBe('waiting')
  ok(await w.as(inspector).post(`/api/handovers/${id}/sign-for`, {}))
  expect((await scene.authority.post(`${scene.at}/undo`, reason)).body.code).toBe('permits/acted-upon')
})

test('a promise that fell with a refusal stands again with its clock, an offer that fell with a non-acceptance too', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await applied(w)
  await handIn(scene, [...certain, 'traffic_plan'])
  ok(await scene.promoter.post(`${scene.at}/promise`, { until: '2026-03-20', text: '承诺于期限内补齐全部材料' }))
  const promise = async () => (await scene.promoter.get(scene.at)).body.promises[0].status
  ok(await scene.authority.post(`${scene.at}/not-accept`, reason))
  expect(await promise()).toBe('dropped')
  ok(await scene.authority.post(`${scene.at}/undo`, reason))
  expect(await promise()).toBe('offered')
  ok(await scene.authority.post(`${scene.at}/accept-with-promise`))
  ok(await scene.authority.post(`${scene.at}/refuse`, reason))
  expect(await promise()).toBe('dropped')
  ok(await scene.authority.post(`${scene.at}/undo`, reason))
  expect(await promise()).toBe('accepted')
  expect(await clockOf(scene, 'promise.documents')).toMatchObject({ state: 'running', due_on: '2026-03-20' })
})
