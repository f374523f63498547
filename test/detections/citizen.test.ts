import { expect, test } from 'vitest'
import { delivered, after, ok, plan } from '../permits/stage.ts'
import { world, type World } from '../world.ts'

const here = { lon: 103.95, lat: 30.6 }
const report = (w: World, over: object = {}) =>
  w.as(null).post('/api/citizen-reports', { ...here, note: '路口开挖，没有公示牌', ...over })
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const photo = (w: World, token: string, bytes: Uint8Array<ArrayBuffer> = new Uint8Array(png), name = 'a.png') => {
  const form = new FormData()
  form.set('file', new File([bytes], name))
  return w.as(null).raw(`/api/citizen-reports/${token}/photos`, { method: 'POST', body: form })
}
const listOf = async (w: World) =>
  (await w.as(await w.member('inspector')).get('/api/detections')).body.detections as {
    id: string
    reference: string
    source: string
    status: string
  }[]

test('anybody reports a dig without an account; with no permit there it is a case to look into, and the link tells what becomes of it', async () => {
  const w = await world()
  const inspector = w.as(await w.member('inspector'))
  const made = ok(await report(w)).body
  expect(made).toMatchObject({ state: 'received', dig: null, reference: expect.stringMatching(/^DT-\d{6}-2026-/) })
  const [found] = await listOf(w)
  expect(found).toMatchObject({ reference: made.reference, source: 'citizen', status: 'needs_review' })

  const stateOf = async () => (await w.as(null).get(`/api/citizen-reports/${made.token}`)).body.state
  ok(await inspector.post(`/api/detections/${found!.id}/dispatch`))
  expect(await stateOf()).toBe('checking')
  ok(await inspector.post(`/api/detections/${found!.id}/verify`, { note: '现场有沟槽', position: { ...here } }))
  const followed = await w.as(null).get(`/api/citizen-reports/${made.token}`)
  expect(followed.body).toMatchObject({ reference: made.reference, state: 'seen' })
  expect(JSON.stringify(followed.body)).not.toMatch(/现场有沟槽|测试员/)
})

test('a report at a permitted dig is answered with what it is, by whom and until when', async () => {
  const w = await world()
  await w.member('inspector')
  await after(w, delivered)
  w.clock.set('2026-03-12T02:00:00Z')
  const made = ok(await report(w, { lon: 103.921, lat: 30.5705 })).body
  expect(made).toMatchObject({
    state: 'permitted',
    dig: { name: plan.name, stage: 'permitted', until: plan.planned_to },
  })
})

test('three photos of the last hour are kept for staff; a fourth, a late one, and what is no picture are refused', async () => {
  const w = await world()
  const inspector = await w.member('inspector')
  const { token } = ok(await report(w)).body
  for (let i = 0; i < 2; i++) expect((await photo(w, token)).status).toBe(201)
  expect((await photo(w, token, new TextEncoder().encode('%PDF-1.7 no picture'), 'a.pdf')).status).toBe(415)
  expect((await photo(w, token)).status).toBe(409)
  const [found] = await listOf(w)
  const { files } = (await w.as(inspector).get(`/api/detections/${found!.id}`)).body
  expect(files).toHaveLength(2)
  expect((await w.as(null).get(`/api/attachments/${files[0].id}`)).status).toBe(404)
  expect((await w.as(inspector).raw(`/api/attachments/${files[0].id}`)).status).toBe(200)

  const late = ok(await report(w, { lon: 103.96 })).body
  w.clock.add(2)
  expect((await photo(w, late.token)).status).toBe(409)
})

test('the link is the only key: another secret is answered as if there were no report, and only its hash is kept', async () => {
  const w = await world()
  await w.member('inspector')
  const { token } = ok(await report(w)).body as { token: string }
  const other = `${token.slice(0, -4)}${token.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`
  expect((await w.as(null).get(`/api/citizen-reports/${other}`)).status).toBe(404)
  expect((await photo(w, other)).status).toBe(404)
  const kept = await w.look(({ tx }) =>
    tx.raw('select tracking_hash from citizen_report where district_code = $1', [w.district_code]),
  )
  expect(JSON.stringify(kept)).not.toContain(token.slice(-32))
})

test('a place that nobody supervises, an empty word and more than was asked are refused by their field', async () => {
  const w = await world()
  expect((await report(w)).body.errors).toMatchObject([{ pointer: '/lon', code: 'detections/outside-district' }])
  expect((await report(w, { note: ' ' })).body.errors).toMatchObject([{ pointer: '/note' }])
  expect((await report(w, { phone: '13800000000' })).status).toBe(422)
})
