import type { ClockGround } from './dig-clocks.ts'
import { startClock, stop } from './dig-clocks.ts'
import { owned, questionEvents, type Filed } from './dig-rows.ts'
import type { EventRow, HandoverRow } from './dig-tables.ts'
import type { Moment } from './limits.ts'

const kind = 'handover.sign_for'
const ended = ['lapse', 'revoke', 'withdraw', 'cancel_as_penalty']

/**
 * The file of a granted permit on its way to who supervises the dig (审管衔接): signed for on the next working day, the latest grants' still waiting. As with
 * its clocks, that of a dig that ended long ago is left out; so is that of a permit that ended before anybody signed.
 */
export function handoverOf(ground: ClockGround, filed: Filed): { row: HandoverRow; events: EventRow[] } | null {
  const { dig, holders, duty } = filed
  const { days, today } = ground
  const grant = dig.life.steps.find(({ move }) => move === 'grant')
  if (!grant || filed.clocks.length === 0 || dig.life.steps.some(({ move }) => ended.includes(move))) return null
  const random = ground.random.fork(`handovers/${dig.id}`)
  const id = random.uuid()
  const unit = duty.inspection
  const next = days.addWorking(grant.day, 1)
  const signed: Moment | null = next < today ? { day: next, minute: random.between(550, 1000) } : null
  const clock = startClock(ground, {
    kind,
    subject_kind: 'handover',
    subject_id: id,
    owner: 'authority',
    owner_id: unit.id,
    project: holders.project,
    started: grant,
  })
  if (signed) stop(ground, clock, signed)
  filed.clocks.push(clock)
  const handed_at = clock.started_at
  const signed_at = signed && days.at(signed.day, signed.minute)
  const subject = { subject_kind: 'handover', subject_id: id, basis: kind }
  return {
    row: {
      ...owned(id, holders),
      permit_id: holders.permit_id,
      project_id: dig.id,
      status: signed ? 'signed' : 'waiting',
      unit_id: unit.id,
      authority_id: holders.authority_id,
      handed_at,
      signed_at,
      version: signed ? 3 : 2,
      updated_at: signed_at ?? handed_at,
    },
    events: questionEvents(
      ground,
      filed,
      subject,
      {
        type: 'handover.handed_over',
        at: handed_at,
        actor: { role: 'authority', name: '经办人', organisation: duty.authority },
        data: { from: 'draft', to: 'waiting' },
      },
      signed_at
        ? {
            type: 'handover.signed',
            at: signed_at,
            actor: { role: 'inspector', name: '值班员', organisation: unit },
            data: { from: 'waiting', to: 'signed' },
          }
        : null,
    ),
  }
}
