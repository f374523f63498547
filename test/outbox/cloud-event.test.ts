import { CloudEvent, HTTP } from 'cloudevents'
import { expect, test } from 'vitest'
import { cloudEvent, cloudEventType } from '../../server/outbox/cloud-event.ts'

const project = 'prj_510116_0b54a1de-34f6-4c8f-9d3c-2b7c1a9f0e11'
const facts = {
  id: '5f0f3c52-6f2f-4d7a-9a37-0c4f2e6c9a10',
  type: 'project.granted',
  district_code: 510116,
  subject: project,
  subject_version: 3,
  at: '2026-11-23T08:00:00.000Z',
  seq: 42,
}

test('an independent reader of CloudEvents 1.0 takes the envelope and finds every attribute', () => {
  const envelope = cloudEvent({ ...facts, data: { permit_id: 'per_510116_0b54a1de-34f6-4c8f-9d3c-2b7c1a9f0e12' } })
  const read = HTTP.toEvent({
    headers: { 'content-type': 'application/cloudevents+json' },
    body: JSON.stringify(envelope),
  })
  expect(read).toBeInstanceOf(CloudEvent)
  expect((read as CloudEvent).validate()).toBe(true)
  expect(read).toMatchObject({
    specversion: '1.0',
    id: facts.id,
    type: 'cn.dongtu.project.granted.v1',
    source: '/districts/510116',
    subject: project,
    time: '2026-11-23T08:00:00.000Z',
    datacontenttype: 'application/json',
    sequence: '0000000000000042',
    data: { id: project, version: 3, permit_id: 'per_510116_0b54a1de-34f6-4c8f-9d3c-2b7c1a9f0e12' },
  })
})

test('an event that was not numbered yet has no sequence', () => {
  expect(cloudEvent({ ...facts, seq: null })).not.toHaveProperty('sequence')
  expect(JSON.parse(JSON.stringify(cloudEvent(facts)))).toEqual(cloudEvent(facts))
})

test('prefix and version of a type are written once', () => {
  expect(cloudEventType('leg.pushed')).toBe('cn.dongtu.leg.pushed.v1')
  expect(cloudEventType('cn.dongtu.leg.pushed.v2')).toBe('cn.dongtu.leg.pushed.v2')
})

test('ids, codes, days and numbers go out; names, texts, telephones and account numbers stay', () => {
  const data = {
    kind: 'gas',
    from: 'pushed',
    to: 'acknowledged',
    due_on: '2026-11-25',
    entered_at: '2026-11-23T08:00:00.000Z',
    number: 2,
    is_late: true,
    building_id: '00000000-0000-4000-8000-123456789012',
    reason: '业主张三要求',
    name: 'Zhang San',
    buyer_name: '张三',
    account_no: '1234567890',
    push_key: 'SL2026-0001-gas-1234567890',
    phone_number: '13800138000',
    id: '510116199001011234',
    recipient_id: '13800138000',
    number_of_phone: 13_800_138_000,
    status: { nested: '张三' },
  }
  expect(cloudEvent({ ...facts, data }).data).toEqual({
    id: project,
    version: 3,
    kind: 'gas',
    from: 'pushed',
    to: 'acknowledged',
    due_on: '2026-11-25',
    entered_at: '2026-11-23T08:00:00.000Z',
    number: 2,
    building_id: '00000000-0000-4000-8000-123456789012',
  })
})
