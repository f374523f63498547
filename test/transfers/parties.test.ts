import { expect, test } from 'vitest'
import { accounts, buyer, consent, expectStatus, seller, stage } from './stage.ts'

test('a utility reads what its consent names, and an audit row keeps its reason', async () => {
  const s = await stage()
  const { id, reference } = await s.entered()
  const read = await s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/parties`, { reason: '办理过户' })
  expect(expectStatus(read, 200)).toMatchObject({
    account_no: accounts.gas,
    location: s.unit.label,
    parties: [
      { side: 'buyer', number: 1, name: buyer.name, id_type: 'resident_id', id_no: buyer.id_no, phone: buyer.phone },
    ],
  })
  expect(read.body.certificate_no).toBeUndefined()
  expect(JSON.stringify(read.body)).not.toContain(seller.name)
  expect(reference).toMatch(/^UT-/)
  const audit = await s.look(({ tx }) =>
    tx.raw(`select reason, actor_id from audit where district_code = $1 and action = 'transfer_leg.read_parties'`, [
      s.district_code,
    ]),
  )
  expect(audit).toEqual([{ reason: '办理过户', actor_id: s.utilities.gas.id }])
})

test('kinds of data that the consent does not name are not there at all', async () => {
  const s = await stage()
  const legs = [{ kind: 'gas', account_no: accounts.gas, consent: { ...consent, data_kinds: ['name', 'seller_name'] } }]
  const { id } = await s.entered({ legs })
  const read = expectStatus(
    await s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/parties`, { reason: '办理' }),
    200,
  )
  expect(read.parties).toEqual([
    { side: 'buyer', number: 1, name: buyer.name },
    { side: 'seller', number: 1, name: seller.name },
  ])
  expect(read).not.toHaveProperty('location')
})

test('no reading without a reason, before the register entry, after the end, or once the consent is withdrawn', async () => {
  const s = await stage()
  const opened = await s.open()
  const read = (id: string, body: object = { reason: '办理' }) =>
    s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/parties`, body)
  expect((await read(opened.id)).body.code).toBe('transfers/wrong-state')
  const { id } = await s.entered()
  expect((await read(id, {})).status).toBe(422)
  expect((await read(id, { reason: '  ' })).status).toBe(422)
  expect((await read(id)).status).toBe(200)
  await s.look(({ tx, now }) =>
    tx.raw(`update consent_receipt set withdrawn_at = $2 where district_code = $1 and leg_kind = 'gas'`, [
      s.district_code,
      now.toISOString(),
    ]),
  )
  expect((await read(id)).body.code).toBe('transfers/no-consent')
  expectStatus(await s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/complete`), 200)
  expect((await read(id)).status).toBe(409)
})

test('the registry opens its own parties for a reason too', async () => {
  const s = await stage()
  const { id } = await s.open()
  const as = s.as(s.registry)
  expect((await as.post(`/api/transfers/${id}/parties`, {})).status).toBe(422)
  const read = expectStatus(await as.post(`/api/transfers/${id}/parties`, { reason: '核对证件' }), 200)
  expect(read.parties.map((party: any) => party.name)).toEqual([buyer.name, seller.name])
  const audit = await s.look(({ tx }) =>
    tx.raw(`select reason from audit where district_code = $1 and action = 'transfer.read_parties'`, [s.district_code]),
  )
  expect(audit).toEqual([{ reason: '核对证件' }])
})
