import type { ClockGround } from './dig-clocks.ts'
import { startClock, stop } from './dig-clocks.ts'
import { owned, questionEvents, type Filed } from './dig-rows.ts'
import type { EventRow, PermitConsentRow } from './dig-tables.ts'
import type { Cast } from './organisations.ts'

const kind = 'traffic_consent'
/** The traffic police answer what is not accepted yet within so many working days. */
const answerWithin = 2

/**
 * The traffic police's word on an application for a dig in the street: every lane of the demo's lies in the carriageway. Whatever was accepted
 * has it by then; what was handed in lately still waits for it. Its clock goes to the dig's own list.
 */
export function consentOf(
  ground: ClockGround,
  cast: Cast,
  filed: Filed,
): { row: PermitConsentRow; events: EventRow[] } | null {
  const { dig, holders } = filed
  const { days } = ground
  const submit = filed.history.find(({ step }) => step.move === 'submit')
  if (!submit || dig.kind === 'building_works') return null
  const accepted = dig.life.steps.find(({ move }) => move === 'accept_application')
  const id = ground.random.uuid()
  const traffic = cast.traffic
  const clock = startClock(ground, {
    kind: `consent.${kind}`,
    subject_kind: 'consent',
    subject_id: id,
    owner: 'authority',
    owner_id: traffic.id,
    project: holders.project,
    started: submit.step,
  })
  const answer = days.addWorking(submit.step.day, answerWithin)
  const given = accepted
    ? { day: accepted.day, minute: accepted.minute + 3 }
    : answer < ground.today
      ? { day: answer, minute: 640 }
      : null
  if (given) stop(ground, clock, given)
  // as with its other clocks, those of a dig that ended long ago are left out
  if (filed.clocks.length > 0) filed.clocks.push(clock)
  const asked_at = clock.started_at
  const answered_at = given && days.at(given.day, given.minute)
  const subject = { subject_kind: 'consent', subject_id: id, basis: `consent.${kind}` }
  const { contact, organisation } = dig.promoter
  return {
    row: {
      ...owned(id, holders),
      permit_id: holders.permit_id,
      project_id: dig.id,
      kind,
      status: given ? 'given' : 'asked',
      authority_id: traffic.id,
      asked_at,
      answered_at,
      version: given ? 3 : 2,
      updated_at: answered_at ?? asked_at,
    },
    events: questionEvents(
      ground,
      filed,
      subject,
      {
        type: 'consent.asked',
        at: asked_at,
        actor: { role: 'promoter', name: contact, organisation },
        data: { from: 'draft', to: 'asked', kind },
      },
      answered_at
        ? {
            type: 'consent.given',
            at: answered_at,
            actor: { role: 'authority', name: '经办人', organisation: traffic },
            data: { from: 'asked', to: 'given', kind },
          }
        : null,
    ),
  }
}
