import { expect, test } from 'vitest'
import { envelope } from '../../server/outbox/envelope.ts'

const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const row = {
  id: uuid(1),
  district_code: 510116,
  type: 'leg.pushed',
  subject_kind: 'transfer_leg',
  subject_id: uuid(2),
  subject_version: 4,
  at: '2026-11-23T08:00:00.000Z',
  seq: 7,
}

test('every id that goes out is a public id, so that it can be asked for', () => {
  const event = envelope({ ...row, data: { transfer_id: uuid(3), utility_id: uuid(4), kind: 'gas' } })
  expect(event).toMatchObject({
    id: `evt_510116_${uuid(1)}`,
    subject: `leg_510116_${uuid(2)}`,
    type: 'cn.dongtu.leg.pushed.v1',
    data: {
      id: `leg_510116_${uuid(2)}`,
      version: 4,
      transfer_id: `trf_510116_${uuid(3)}`,
      utility_id: `org_510116_${uuid(4)}`,
      kind: 'gas',
    },
  })
})

test('the id of a person stays inside', () => {
  expect(envelope({ ...row, data: { person_id: uuid(3), actor_id: uuid(4), party_id: uuid(5) } }).data).toEqual({
    id: `leg_510116_${uuid(2)}`,
    version: 4,
  })
})
