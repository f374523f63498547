import { pauseClocks, resumeClocks, startClock, stopClocks } from '../clocks/clock.ts'
import { reopenClocks } from '../clocks/reopen.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay, type Day } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { changedSince, Problem, wrongState } from '../http/problem.ts'
import { refusal, type Machine } from './machine.ts'

/** A row that moves: where it is, who its parties are. */
export interface Mover<Status extends string> {
  district_code: number
  id: string
  status: Status
  version: number
  project_id: string | null
  promoter_id?: string | null
  contractor_id?: string | null
  authority_id?: string | null
}
export interface MoveInput<Row> {
  /** If-Match: the version the caller saw. */
  seen?: number | null
  /** The conditional update, from status and version; null when someone else was first. */
  change(from: { status: string; version: number }): Promise<(Row & { version: number }) | null>
  /** The rule that allows this one move, where the table names the family it belongs to. */
  basis?: string
  /** Who holds the ball of a started clock, and last days that no rule gives. */
  owners?: Partial<Record<'authority' | 'promoter' | 'utility', string>>
  dues?: Record<string, Day>
  /** The rule of a started clock, where its kind names a family of rules. */
  rules?: Record<string, string>
  data?: object
  evidence?: string[]
  reason?: string
  /** What the audit row says besides. */
  detail?: object
  event?: { utility_id?: string | null; registry_id?: string | null; is_personal?: boolean }
}

/**
 * The only way any status changes: role and state are checked, then the conditional update, then the clocks of the move,
 * its event and its audit row, in the caller's transaction. 403 not-your-move, 409 wrong-state, 409 changed-since.
 */
export async function move<Status extends string, Row>(
  ctx: Context,
  machine: Machine<Status>,
  name: string,
  mover: Mover<Status>,
  input: MoveInput<Row>,
): Promise<Row & { version: number }> {
  const refused = refusal(machine, name, mover.status, ctx.actor.role)
  if (refused === 'not-your-move')
    throw new Problem(403, `${machine.room}/not-your-move`, { move: name, role: ctx.actor.role })
  if (refused) throw wrongState(machine.room, { move: name, status: mover.status })
  if (input.seen != null && input.seen !== mover.version) throw changedSince(machine.room, { version: mover.version })

  const row = machine.moves[name]!
  const moved = await input.change({ status: mover.status, version: mover.version })
  if (!moved) throw changedSince(machine.room, { version: mover.version })

  const subject = { ...mover, subject_kind: machine.subject_kind, subject_id: mover.id }
  const basis = await ruleFor(ctx, mover.district_code, input.basis ?? row.basis, shanghaiDay(ctx.now))
  if (row.stops) await stopClocks(ctx, parties(subject), row.stops)
  if (row.pauses) await pauseClocks(ctx, parties(subject), row.pauses, basis)
  if (row.cancels) await stopClocks(ctx, parties(subject), row.cancels, 'cancelled')
  if (row.reopens) await reopenClocks(ctx, subject, row.reopens)
  if (row.resumes) await resumeClocks(ctx, parties(subject), row.resumes)
  for (const start of row.starts ?? []) {
    const owner_id =
      input.owners?.[start.owner] ?? (start.owner === 'authority' ? mover.authority_id : mover.promoter_id)
    if (!owner_id) throw new Error(`clock ${start.kind} would have no owner`)
    await startClock(ctx, parties(subject), {
      ...start,
      owner_id,
      due_on: input.dues?.[start.kind],
      rule: input.rules?.[start.kind],
    })
  }
  await ctx.emit({
    type: row.event,
    district_code: mover.district_code,
    subject_kind: machine.subject_kind,
    subject_id: mover.id,
    subject_version: moved.version,
    project_id: mover.project_id,
    promoter_id: mover.promoter_id,
    basis_zh: basis.basis_zh,
    basis_en: basis.basis_en,
    data: { from: mover.status, to: row.to, ...input.data },
    evidence: input.evidence,
    ...input.event,
  })
  await ctx.audit({
    action: `${machine.subject_kind}.${name}`,
    district_code: mover.district_code,
    subject_kind: machine.subject_kind,
    subject_id: mover.id,
    reason: input.reason,
    detail: { from: mover.status, to: row.to, ...input.detail },
  })
  return moved
}

const parties = <S extends Mover<string> & { subject_kind: string; subject_id: string }>(subject: S) => ({
  district_code: subject.district_code,
  subject_kind: subject.subject_kind,
  subject_id: subject.subject_id,
  project_id: subject.project_id,
  promoter_id: subject.promoter_id ?? null,
  contractor_id: subject.contractor_id ?? null,
})
