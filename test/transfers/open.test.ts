import { expect, test } from 'vitest'
import { socialCreditCheck } from '../../server/projects/codes/social-credit-code.ts'
import { accounts, buyer, consent, expectStatus, personal, seller, stage } from './stage.ts'

test('opening by unit code takes the same home, grouped or not', async () => {
  const s = await stage()
  const grouped = `${s.unit.code.slice(0, 6)} ${s.unit.code.slice(6, 12)} ${s.unit.code.slice(12, 19)} ${s.unit.code.slice(19)}`
  const opened = await s.open({ unit_id: undefined, unit_code: grouped })
  expect(opened.unit).toEqual({ id: s.unit.id, unit_code: s.unit.code, label: s.unit.label })
})

test('only a registry opens a transfer; every other role is told that it may not', async () => {
  const s = await stage()
  for (const role of ['promoter', 'authority', 'inspector', 'planner', 'auditor', 'admin'] as const) {
    const answer = await s.as(await s.member(role)).post('/api/transfers', s.input())
    expect([role, answer.status, answer.body.code]).toEqual([role, 403, 'transfers/not-your-move'])
  }
  expect((await s.as(null).post('/api/transfers', s.input())).status).toBe(403)
  expect((await s.as(s.utilities.gas).post('/api/transfers', s.input())).status).toBe(403)
})

test('what is wrong is named by its field, and the answer repeats no value of a person', async () => {
  const s = await stage()
  const wrong = { ...buyer, id_no: `${buyer.id_no.slice(0, 17)}${buyer.id_no[17] === '1' ? '2' : '1'}` }
  const answer = await s.as(s.registry).post('/api/transfers', {
    ...s.input({ parties: { buyers: [wrong], sellers: [seller] } }),
    surprise: true,
  })
  expect(answer.status).toBe(422)
  const text = JSON.stringify(answer.body)
  for (const value of [...personal, wrong.id_no]) expect(text).not.toContain(value)
  const again = await s.as(s.registry).post('/api/transfers', s.input({ parties: { buyers: [wrong], sellers: [] } }))
  expect(again.body.errors.map((error: any) => error.pointer)).toEqual(['/parties/buyers/0/id_no'])
  const rows = await s.look(({ tx }) =>
    tx.raw('select 1 from transfer_case where district_code = $1', [s.district_code]),
  )
  expect(rows).toEqual([])
})

test.each([
  ['an unknown home', { unit_id: undefined, unit_code: '510116001001GB99999F00010001' }, '/unit_code'],
  ['a malformed unit code', { unit_id: undefined, unit_code: '510116' }, '/unit_code'],
  ['no home at all', { unit_id: undefined }, '/unit_id'],
  ['a leg twice', { legs: [1, 2].map(() => ({ kind: 'gas', account_no: accounts.gas, consent })) }, '/legs/1/kind'],
])('%s is refused at its field', async (_, change, pointer) => {
  const s = await stage()
  const answer = await s.as(s.registry).post('/api/transfers', s.input(change))
  expect(answer.status).toBe(422)
  expect(answer.body.errors[0].pointer).toBe(pointer)
})

test('a leg without consent given is refused: there is no consent by silence', async () => {
  const s = await stage()
  const legs = [{ kind: 'gas', account_no: accounts.gas, consent: { ...consent, given: false } }]
  expect((await s.as(s.registry).post('/api/transfers', s.input({ legs }))).status).toBe(422)
})

test('the same acceptance number opens one transfer only', async () => {
  const s = await stage()
  await s.open({ acceptance_no: '2026030200017' })
  const again = await s.as(s.registry).post('/api/transfers', s.input({ acceptance_no: '2026030200017' }))
  expect([again.status, again.body.code]).toEqual([409, 'http/already-exists'])
})

test('two owners and a company are each sealed and shown masked', async () => {
  const s = await stage()
  const first17 = '91510100MA61TEST0'.replace('S', '5')
  const company = {
    name: '成都演示置业有限公司',
    id_type: 'credit_code',
    id_no: first17 + socialCreditCheck(first17),
    phone: '02885550000',
  }
  const opened = await s.open({ parties: { buyers: [buyer, company], sellers: [seller, { ...seller, name: '何' }] } })
  expect(opened.parties.map((party: any) => [party.side, party.number, party.name_masked])).toEqual([
    ['buyer', 1, '李**'],
    ['buyer', 2, '成都******'],
    ['seller', 1, '何**'],
    ['seller', 2, '何*'],
  ])
})

test('parties and accounts lie in the database sealed: no column holds one of them in clear', async () => {
  const s = await stage()
  await s.open()
  const text = await s.look(async ({ tx }) => {
    const tables = ['transfer_case', 'transfer_leg', 'transfer_party', 'consent_receipt', 'message', 'event', 'audit']
    const rows = []
    for (const table of tables)
      rows.push(await tx.raw(`select * from ${table} where district_code = $1`, [s.district_code]))
    return JSON.stringify(rows)
  })
  expect(text).toContain('name_sealed')
  for (const value of personal) expect(text).not.toContain(value)
})

test('opening leaves an event, an audit row, a consent receipt for each utility, and messages to the buyers', async () => {
  const s = await stage()
  const opened = await s.open({
    legs: [
      { kind: 'water', account_no: accounts.water, consent },
      { kind: 'gas', opted_out: true },
    ],
  })
  const left = await s.look(async ({ tx }) => ({
    events: await tx.raw('select type, is_personal, registry_id from event where district_code = $1', [
      s.district_code,
    ]),
    audit: await tx.raw('select action, actor_role from audit where district_code = $1 order by action', [
      s.district_code,
    ]),
    consents: await tx.raw('select leg_kind, recipient_id, data_kinds from consent_receipt where district_code = $1', [
      s.district_code,
    ]),
    messages: await tx.raw('select template, recipient_label, params from message where district_code = $1', [
      s.district_code,
    ]),
  }))
  expect(left.events).toEqual([{ type: 'transfer.opened', is_personal: true, registry_id: s.registry.organisation_id }])
  expect(left.audit).toEqual([
    { action: 'consent.give', actor_role: 'registry' },
    { action: 'transfer.open', actor_role: 'registry' },
  ])
  expect(left.consents).toEqual([
    { leg_kind: 'water', recipient_id: s.utilities.water.organisation_id, data_kinds: consent.data_kinds },
  ])
  expect(left.messages).toEqual([
    { template: 'transfer.opened', recipient_label: 'buyer', params: { reference: opened.reference } },
  ])
  expect(opened.legs.map((leg: any) => [leg.kind, leg.status])).toEqual([
    ['gas', 'opted_out'],
    ['water', 'not_requested'],
  ])
})

test('a leg that nobody serves is blocked, and goes on with the route that comes and a consent that names its utility', async () => {
  const s = await stage()
  const heat = await s.member('utility', { utility_kind: 'heat' })
  const as = s.as(s.registry)
  const opened = await s.open({ legs: [{ kind: 'heat', account_no: 'H-2001', consent }] })
  const checked = expectStatus(await as.post(`/api/transfers/${opened.id}/precheck`), 200)
  expect([checked.status, checked.legs[0].reason_code]).toEqual(['blocked', 'no_route'])
  const recheck = (body: object) => as.post(`/api/transfers/${opened.id}/legs/heat/recheck`, body)
  expect((await recheck({})).body.code).toBe('transfers/no-route')
  await s.look(({ tx }) =>
    tx.raw(
      `insert into utility_route (district_code, id, utility_kind, utility_id, admin_code, unit_code, valid_from)
       values ($1, gen_random_uuid(), 'heat', $2, $3, 'HEAT', '2020-01-01')`,
      [s.district_code, heat.organisation_id, String(s.district_code)],
    ),
  )
  expect((await recheck({})).body.errors[0].code).toBe('transfers/consent-required')
  expect(expectStatus(await recheck({ consent }), 200).status).toBe('precheck_requested')
  await s.askUtilities()
  const leg = expectStatus(await s.as(heat).get(`/api/transfers/${opened.id}/legs/heat`), 200)
  // A utility that offers no check cannot block: it may still reject.
  expect([leg.status, leg.reason_code]).toEqual(['precheck_passed', 'unchecked'])
})
