import type { Context } from './context.ts'
import type { CommittedEvent, Reaction } from './outbox/relay.ts'
import { dropItems } from './approvals/drop-items.ts'
import { keepWholeClock } from './approvals/whole-clock.ts'
import { fulfilTasks, freeTasks } from './inspections/fulfil.ts'
import { planForBreach } from './inspections/plan-for-breach.ts'
import { dropUndone, recordDocument } from './documents/record.ts'
import { askAnew } from './requests/ask-anew.ts'
import { askUtilities } from './requests/ask.ts'
import { fanOut } from './webhooks/fan-out.ts'
import { assessAtGrant, assessOfChange } from './restrictions/assess-fee.ts'
import { raiseOverdig } from './surveys/raise-overdig.ts'
import { closeCase } from './works/close-case.ts'
import { extendForRepair } from './works/extend-guarantee.ts'
import { noteInspection } from './works/call-inspection.ts'

/** The reaction table: which verb answers which event. Each runs once, in the relay's transaction, as the system. */
const reactions: Record<string, readonly Reaction[]> = {
  'project.stage_changed': [dropItems],
  'permit.submitted': [askUtilities, closeCase, keepWholeClock],
  'permit.supplement_requested': [keepWholeClock],
  'permit.supplemented': [keepWholeClock],
  'permit.not_accepted': [keepWholeClock],
  'permit.special_procedure_started': [keepWholeClock],
  'permit.special_procedure_ended': [keepWholeClock],
  'permit.application_withdrawn': [keepWholeClock],
  'permit.granted': [assessAtGrant, raiseOverdig, keepWholeClock],
  'permit.refused': [keepWholeClock],
  'permit.decision_undone': [dropUndone, keepWholeClock],
  'change_request.granted': [askAnew, assessOfChange],
  'renewal.granted': [assessOfChange],
  'renewal.deemed_renewed': [assessOfChange],
  'works.emergency_started': [askUtilities],
  'inspection.recorded': [noteInspection, fulfilTasks],
  'inspection.withdrawn': [freeTasks],
  'breach.began': [planForBreach],
  'rectification.cleared': [extendForRepair],
}

/** What every event does: its paper, if the move calls for one; deliveries for the subscribers who may know of it. */
const always: readonly Reaction[] = [
  recordDocument,
  (ctx, event) => fanOut(ctx, { district_code: event.district_code, event_ids: [event.event_id] }),
]

export async function react(ctx: Context, event: CommittedEvent): Promise<void> {
  for (const reaction of [...(reactions[event.type] ?? []), ...always]) await reaction(ctx, event)
}
