import type { ClockGround } from './dig-clocks.ts'
import { startClock } from './dig-clocks.ts'
import { eventOf, owned, type Filed } from './dig-rows.ts'
import type { EmergencyCaseRow, EventRow } from './dig-tables.ts'

/** The case of an emergency whose hours ran out without an application, opened at that minute; the authority's clock goes to the dig's own list. */
export function caseOf(ground: ClockGround, filed: Filed): { row: EmergencyCaseRow; events: EventRow[] } | null {
  const missed = filed.clocks.find(
    ({ kind, state, card }) => kind === 'emergency.filing' && state === 'running' && card === 'red',
  )
  if (!missed?.due_at) return null
  const { holders } = filed
  const id = ground.random.uuid()
  const at = missed.due_at
  const started = {
    day: ground.days.number(at.slice(0, 10)),
    minute: Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16)),
  }
  const subject = { subject_kind: 'emergency_case' as const, subject_id: id }
  filed.clocks.push(
    startClock(ground, {
      ...subject,
      kind: 'emergency.case',
      owner: 'authority',
      owner_id: holders.authority_id,
      project: holders.project,
      started,
    }),
  )
  return {
    row: {
      ...owned(id, holders),
      project_id: filed.dig.id,
      status: 'open',
      authority_id: holders.authority_id,
      opened_at: at,
    },
    events: [
      eventOf(ground, filed, {
        ...subject,
        type: 'emergency_case.opened',
        at,
        subject_version: 1,
        basis: 'emergency.case',
        actor: { role: 'system', name: null, organisation: null },
        data: {},
      }),
    ],
  }
}
