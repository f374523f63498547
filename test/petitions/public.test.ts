import { expect, test } from 'vitest'
import { forgetPetitioners } from '../../server/petitions/forget.ts'
import { png } from '../attachments/upload.ts'
import { audits } from '../projects/dig.ts'
import { ok, plan } from '../permits/stage.ts'
import type { World } from '../world.ts'
import { asked, counter, here, track } from './stage.ts'

const person = { name: '李小云', phone: '13800138000' }
const near = (w: World, over: Record<string, unknown> = {}) =>
  w.as(null).get(`/api/public/digs-near?${new URLSearchParams({ lon: '103.921', lat: '30.5705', ...over })}`)

test('what is dug near a place is told to anybody: what, where, by which organisation, until when, under which permit, how far; nothing planned', async () => {
  const c = await counter()
  const { w } = c
  const { digs } = ok(await near(w)).body
  expect(digs).toEqual([
    expect.objectContaining({
      id: c.scene.id,
      name: plan.name,
      kind: 'pipeline_works',
      stage: 'permitted',
      planned_to: plan.planned_to,
      promoter_name: '测试promoter',
      permit_reference: expect.stringMatching(/-P01$/),
      distance_m: expect.any(Number),
    }),
  ])
  expect(digs[0].distance_m).toBeLessThan(100)
  expect(ok(await near(w, { lon: '103.94', radius_m: '1000' })).body.digs).toEqual([])
  ok(await w.as(c.promoter).post('/api/projects', { ...plan, name: '还没有许可的计划' }))
  expect(ok(await near(w)).body.digs).toHaveLength(1)
  for (const wrong of [{ lon: 'x' }, { radius_m: '50000' }, { lat: '100' }])
    expect((await near(w, wrong)).status).toBe(422)
})

test('anybody asks without an account; a kind nobody knows, a place elsewhere, a dig that is not public are refused by their field', async () => {
  const { w } = await counter()
  const ask = (over: object) => w.as(null).post('/api/public/petitions', { ...asked, ...over })
  const made = ok(await ask({}))
  expect(made.body).toMatchObject({ state: 'submitted', reference: expect.stringMatching(/^QS-\d{6}-2026-000001$/) })
  expect(made.headers.get('cache-control')).toBe('no-store')
  const wrong = async (over: object) => (await ask(over)).body.errors[0].pointer
  expect(await wrong({ kind_code: 'nothing' })).toBe('/kind_code')
  expect(await wrong({ project_id: 'prj_510116_00000000-0000-4000-8000-000000000000' })).toBe('/project_id')
  expect(await wrong({ body: ' ' })).toBe('/body')
  expect(await wrong({ phone: 'call me' })).toBe('/phone')
})

test('a flood from one address is stopped, and another address is not', async () => {
  const { w } = await counter({ settings: { RATE_LIMIT: '0.1' } })
  const ask = (address: string) =>
    w.app.request(
      '/api/public/petitions',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(asked) },
      { incoming: { socket: { remoteAddress: address } } },
    )
  const flood = async () => (await ask('192.0.2.7')).status
  expect([await flood(), await flood(), await flood()]).toEqual([201, 201, 429])
  expect((await ask('192.0.2.8')).status).toBe(201)
  const look = () =>
    w.app.request(
      `/api/public/digs-near?lon=${here.lon}&lat=${here.lat}`,
      {},
      { incoming: { socket: { remoteAddress: '192.0.2.9' } } },
    )
  let last = await look()
  for (let i = 0; i < 12; i++) last = await look()
  expect(last.status).toBe(429)
})

test('a name, a telephone and the words stand in no list, answer to the public, event, audit row or message; the contact is read with a reason', async () => {
  const c = await counter()
  const { w, authority, judge, promoter } = c
  const p = await c.answered(person)
  ok(await c.act(judge, p, 'judge', { result: 'satisfied', note: '电话里说满意' }))
  const rows = (table: string) =>
    w.look(({ tx }) => tx.raw(`select to_jsonb(t) as row from ${table} t where district_code = $1`, [w.district_code]))
  const open = JSON.stringify([
    ok(await w.as(authority).get('/api/petitions')).body,
    ok(await w.as(promoter).get('/api/petitions')).body,
    ok(await w.as(null).get('/api/figures')).body,
    ok(await near(w)).body,
    await rows('event'),
    await rows('audit'),
    await rows('message'),
    await rows('clock'),
  ])
  for (const word of [person.name, person.phone, asked.body, '电话里说满意', '晚十点前'])
    expect(open).not.toContain(word)
  expect(JSON.stringify(await rows('petitioner'))).not.toMatch(
    new RegExp(`${person.name}|${person.phone}|${p.token.slice(-32)}`),
  )
  const read = (as: typeof authority) => w.as(as).post(`${p.at}/contact`, { reason: '回访' })
  expect(ok(await read(judge)).body).toEqual(person)
  expect((await read(promoter)).body.code).toBe('petitions/contact-not-yours')
  expect((await read(await w.member('inspector'))).status).toBe(403)
  expect((await w.as(judge).post(`${p.at}/contact`, {})).status).toBe(422)
  expect(await audits(w, 'petition.read_contact')).toHaveLength(1)
  const { events } = ok(await w.as(authority).get(`/api/projects/${c.scene.id}/history`)).body
  expect(JSON.stringify(events)).not.toContain('petition.')
})

test('when the term is over since it was closed, who asked and the words go; kind, answers and events stay', async () => {
  const c = await counter()
  const { w, authority, judge } = c
  const p = await c.answered(person)
  const linked = await c.ask(person)
  ok(await c.act(authority, linked, 'merge', { petition_reference: p.reference }))
  ok(await c.act(judge, p, 'judge', { result: 'satisfied' }))
  ok(await c.act(authority, p, 'close'))
  const open = await c.ask(person)
  w.clock.set('2027-03-20T02:00:00Z')
  await forgetPetitioners(w.parts, w.district_code)
  const kept = await w.look(({ tx }) =>
    tx.raw<{ reference: string; gone: boolean }>(
      `select p.reference, p.body is null and r.name_sealed is null and r.phone_sealed is null as gone
         from petition p join petitioner r on r.district_code = p.district_code and r.petition_id = p.id where p.district_code = $1 order by 1`,
      [w.district_code],
    ),
  )
  expect(kept.map(({ reference, gone }) => [reference, gone])).toEqual([
    [p.reference, true],
    [linked.reference, true],
    [open.reference, false],
  ])
  expect(await track(w, p)).toMatchObject({ state: 'closed', rounds: [{ result: 'satisfied' }] })
  expect(await audits(w, 'petition.forget')).toHaveLength(2)
})

test('by the link the petitioner says once what they think of an answer, and nobody judges over it', async () => {
  const c = await counter()
  const { w, judge, authority, promoter } = c
  const p = await c.dispatched()
  const say = (said: string) => w.as(null).post(`/api/public/petitions/${p.token}/say`, { said })
  expect((await say('satisfied')).body.code).toBe('petitions/nothing-to-say')
  ok(await c.act(promoter, p, 'answer', { answer: '已处理' }))
  expect(ok(await say('unsatisfied')).body).toMatchObject({ said: 'unsatisfied', can_say: false })
  expect((await say('satisfied')).status).toBe(409)
  expect((await c.act(judge, p, 'judge', { result: 'satisfied' })).body.code).toBe(
    'petitions/petitioner-said-otherwise',
  )
  ok(await c.act(judge, p, 'find-unsatisfied', { note: '本人已通过链接表示不满意' }))
  ok(await c.act(authority, p, 'dispatch-again', { unit_id: c.org(promoter), judge_id: c.org(judge) }))
  ok(await c.act(promoter, p, 'answer', { answer: '已停工' }))
  expect(ok(await say('satisfied')).body.said).toBe('satisfied')
})

test('the link is the only key, and its photos are for staff and, once dispatched, for the unit', async () => {
  const c = await counter()
  const { w, authority, promoter, judge } = c
  const p = await c.ask()
  const other = { ...p, token: `${p.token.slice(0, -4)}${p.token.endsWith('AAAA') ? 'BBBB' : 'AAAA'}` }
  expect((await w.as(null).get(`/api/public/petitions/${other.token}`)).status).toBe(404)
  const photo = (bytes: Uint8Array, name = 'a.png') => {
    const form = new FormData()
    form.set('file', new File([bytes as BlobPart], name))
    return w.as(null).raw(`/api/public/petitions/${p.token}/photos`, { method: 'POST', body: form })
  }
  expect((await photo(png)).status).toBe(201)
  expect((await photo(new TextEncoder().encode('%PDF-1.7 no picture'), 'a.pdf')).status).toBe(415)
  const [file] = ok(await w.as(authority).get(p.at)).body.files
  expect((await w.as(promoter).raw(`/api/attachments/${file.id}`)).status).toBe(404)
  expect((await w.as(null).raw(`/api/attachments/${file.id}`)).status).toBe(404)
  ok(await c.act(authority, p, 'grade', { grade: 3 }))
  ok(await c.act(authority, p, 'dispatch', { unit_id: c.org(promoter), judge_id: c.org(judge) }))
  expect((await w.as(promoter).raw(`/api/attachments/${file.id}`)).status).toBe(200)
  expect((await photo(png)).status).toBe(201)
  expect((await photo(png)).status).toBe(409)
  const late = await c.ask()
  w.clock.add(2)
  const form = new FormData()
  form.set('file', new File([png as BlobPart], 'a.png'))
  expect(
    (await w.as(null).raw(`/api/public/petitions/${late.token}/photos`, { method: 'POST', body: form })).status,
  ).toBe(409)
})
