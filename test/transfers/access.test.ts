import { expect, test } from 'vitest'
import { expectStatus, kinds, stage } from './stage.ts'

const writes = [
  ['precheck', {}],
  ['await-entry', {}],
  ['register-entry', { certificate_no: 'x' }],
  ['cancel', { reason: 'x' }],
  ['parties', { reason: 'x' }],
  ['tracking-link', {}],
  ['legs/gas/recheck', {}],
  ['legs/gas/settle', {}],
  ['legs/gas/acknowledge', {}],
  ['legs/gas/complete', {}],
  ['legs/gas/reject', { reason_code: 'arrears' }],
  ['legs/gas/confirm-cancel', {}],
  ['legs/gas/manual', {}],
  ['legs/gas/opt-out', {}],
  ['legs/gas/cancel', { reason: 'x' }],
  ['legs/gas/withdraw-consent', { reason: 'x' }],
  ['legs/gas/parties', { reason: 'x' }],
] as const

test('a transfer does not exist for another registry, another utility, staff or the public, whatever they try', async () => {
  const s = await stage()
  const { id } = await s.entered({ legs: s.input().legs })
  const strangers = [
    await s.member('registry', { another: true }),
    await s.member('utility', { another: true, utility_kind: 'gas' }),
    await s.member('authority'),
    await s.member('auditor'),
    await s.member('promoter'),
    null,
  ]
  const absent = `trf_${s.district_code}_00000000-0000-4000-8000-000000000000`
  const { request_id: _, ...unknown } = (await s.as(s.registry).get(`/api/transfers/${absent}`)).body
  for (const stranger of strangers) {
    for (const path of [`/api/transfers/${id}`, `/api/transfers/${id}/legs/gas`]) {
      const answer = await s.as(stranger).get(path)
      const { request_id: __, ...body } = answer.body
      expect([stranger?.role, path, answer.status, body]).toEqual([stranger?.role, path, 404, unknown])
    }
    for (const [path, body] of writes) {
      const answer = await s.as(stranger).post(`/api/transfers/${id}/${path}`, body)
      expect([stranger?.role, path, answer.status]).toEqual([stranger?.role, path, 404])
    }
  }
})

test('a utility sees its own leg and nothing of the case, of the others or of the parties', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const gas = s.as(s.utilities.gas)
  const view = expectStatus(await gas.get(`/api/transfers/${id}`), 200)
  expect(view.legs.map((leg: any) => leg.kind)).toEqual(['gas'])
  expect(view).toMatchObject({ status: null, acceptance_no: null, certificate_no: null, parties: [], actions: [] })
  expect((await gas.get(`/api/transfers/${id}/legs/water`)).status).toBe(404)
  expect((await gas.post(`/api/transfers/${id}/legs/water/complete`)).status).toBe(404)
  const listed = expectStatus(await gas.get('/api/transfers?status=pushed'), 200)
  expect(listed.transfers.map((one: any) => [one.id, one.status, one.legs.length])).toEqual([[id, null, 1]])
})

test('a utility may not do what is the registry’s, nor the registry what is the utility’s', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const gas = s.as(s.utilities.gas)
  const own = s.as(s.registry)
  for (const path of ['precheck', 'await-entry', 'tracking-link', 'legs/gas/manual', 'legs/gas/opt-out'])
    expect([path, (await gas.post(`/api/transfers/${id}/${path}`)).status]).toEqual([path, 403])
  for (const path of ['legs/gas/withdraw-consent', 'cancel', 'parties'])
    expect([path, (await gas.post(`/api/transfers/${id}/${path}`, { reason: 'x' })).status]).toEqual([path, 403])
  for (const path of ['acknowledge', 'complete', 'confirm-cancel', 'settle'])
    expect([path, (await own.post(`/api/transfers/${id}/legs/gas/${path}`)).status]).toEqual([path, 403])
  expect((await own.post(`/api/transfers/${id}/legs/gas/parties`, { reason: 'x' })).status).toBe(403)
  expect((await own.post(`/api/transfers/${id}/legs/gas/reject`, { reason_code: 'arrears' })).status).toBe(403)
})

test('an opted-out account is known to no utility', async () => {
  const s = await stage()
  const opened = await s.open({ legs: [{ kind: 'gas', opted_out: true }] })
  expect((await s.as(s.utilities.gas).get(`/api/transfers/${opened.id}`)).status).toBe(404)
  expect(expectStatus(await s.as(s.utilities.gas).get('/api/transfers'), 200).transfers).toEqual([])
})

test('no clock and no event tells staff of a sale; its utility has the clock that runs against it', async () => {
  const s = await stage()
  await s.entered()
  for (const role of ['authority', 'inspector', 'planner', 'admin'] as const) {
    const member = await s.member(role)
    const seen = await s.run(member, async ({ tx }) => [
      ...(await tx.raw('select id from clock where district_code = $1', [s.district_code])),
      ...(await tx.raw('select id from event where district_code = $1', [s.district_code])),
    ])
    expect([role, seen]).toEqual([role, []])
  }
  const clocks = await s.run(s.utilities.gas, ({ tx }) =>
    tx.raw('select kind, owner from clock where district_code = $1', [s.district_code]),
  )
  expect(clocks).toEqual([{ kind: 'transfer.acknowledgement', owner: 'utility' }])
})

test('the list goes page by page, newest change first, and knows its statuses', async () => {
  const s = await stage()
  const as = s.as(s.registry)
  const ids = []
  for (let i = 0; i < 3; i++) {
    ids.unshift((await s.open()).id)
    s.clock.add(1)
  }
  const first = expectStatus(await as.get('/api/transfers?limit=2'), 200)
  const second = expectStatus(await as.get(`/api/transfers?limit=2&cursor=${first.next}`), 200)
  expect([...first.transfers, ...second.transfers].map((one: any) => one.id)).toEqual(ids)
  expect(second.next).toBeNull()
  expect(first.transfers[0].legs.map((leg: any) => leg.kind)).toEqual([...kinds].sort())
  expect(expectStatus(await as.get('/api/transfers?status=completed,cancelled'), 200).transfers).toEqual([])
  expect((await as.get('/api/transfers?status=finished')).status).toBe(422)
  expect((await as.get('/api/transfers?cursor=nonsense')).status).toBe(422)
  expect((await as.get('/api/transfers?surprise=1')).status).toBe(422)
})
