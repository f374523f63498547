import { expect, test } from 'vitest'
import type { NumberedEvent } from '../../server/audit/sequence.ts'
import { createHub } from '../../server/live/hub.ts'
import { systemActor } from '../../server/access/actor.ts'

const district_code = 510116
const dig = crypto.randomUUID()
const happened = (changed: Partial<NumberedEvent>): NumberedEvent => ({
  district_code,
  id: crypto.randomUUID(),
  type: 'works.resumed',
  subject_kind: 'works',
  subject_id: dig,
  project_id: dig,
  organisation_id: null,
  promoter_id: null,
  utility_id: null,
  registry_id: null,
  is_personal: false,
  data: {},
  ...changed,
})

test('what happened together is told in one message, each id once; what a watcher may not know of is left out of it', () => {
  const hub = createHub()
  const heard: Record<string, string[][]> = { inspector: [], public: [] }
  for (const role of ['inspector', 'public'] as const)
    hub.watch({ actor: { ...systemActor(district_code), role }, send: (ids) => heard[role]!.push(ids) })
  const sale = crypto.randomUUID()
  hub.publish([
    happened({}),
    happened({ type: 'project.stage_changed', subject_kind: 'project' }),
    happened({ type: 'permit.granted', subject_kind: 'permit', subject_id: dig }),
    happened({
      type: 'transfer.entered',
      subject_kind: 'transfer',
      subject_id: sale,
      project_id: null,
      is_personal: true,
    }),
  ])
  const ids = [`wrk_510116_${dig}`, `prj_510116_${dig}`]
  expect(heard).toEqual({ inspector: [[...ids, `per_510116_${dig}`]], public: [ids] })
  hub.publish([happened({ is_personal: true })])
  expect(heard.public).toHaveLength(1)
})
