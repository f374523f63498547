import { startClock } from '../clocks/clock.ts'
import type { Context } from '../context.ts'
import { field, invalid, Problem, type FieldError } from '../http/problem.ts'
import { parsePublicId } from '../http/public-id.ts'
import { queueMessage } from '../messages/queue.ts'
import { roundGuard } from './actions.ts'
import { gradingRule, type PetitionRow } from './find.ts'
import { movePetition, ownerOf } from './move.ts'
import type { DispatchInput } from './schemas.ts'

/** Organisations that may answer, and those that may judge an answer: who serves no builder and no pipe. */
export const unitKinds = [
  'authority',
  'inspection',
  'traffic',
  'promoter',
  'contractor',
  'utility',
  'planning',
  'registry',
]
export const judgeKinds = ['authority', 'inspection', 'planning', 'audit']

/**
 * Dispatches a request to who answers for it, with the term of its grade and the third party that will judge the answer. Outside the authority's own duty it
 * goes to the right unit with the reason (422 reason-needed), never back. 422 judge-not-third: the judge dispatches or answers it, now or in an earlier round.
 */
export async function dispatchPetition(
  ctx: Context,
  row: PetitionRow,
  input: DispatchInput & { seen: number | null },
): Promise<void> {
  const isAgain = row.status === 'unsatisfied'
  const { district_code, id } = row
  const rule = await gradingRule(ctx, district_code)
  if (isAgain && ctx.actor.role === 'authority' && roundGuard(row, rule.rounds))
    throw new Problem(409, 'petitions/no-more-rounds', { rounds: rule.rounds })
  const { unit, judge } = await chosen(ctx, row, input)
  const grade = isAgain ? Math.max(1, row.grade! - 1) : row.grade!
  await movePetition(ctx, isAgain ? 'dispatch_again' : 'dispatch', row, {
    seen: input.seen,
    grade,
    is_outside_duty: input.is_outside_duty,
    dispatcher_id: ctx.actor.organisation_id,
    unit_id: unit.id,
    judge_id: judge.id,
    data: { grade, round: row.round + 1, unit_id: unit.id, judge_id: judge.id, is_outside_duty: input.is_outside_duty },
  })
  const subject = { district_code, subject_kind: 'petition', subject_id: id, project_id: null }
  const due_on = await startClock(ctx, subject, {
    kind: 'petition.answer',
    rule: `petition.answer_${grade}`,
    owner: ownerOf(unit.kind),
    owner_id: unit.id,
  })
  await ctx.tx.run('petitions/insert_round', {
    district_code,
    petition_id: id,
    number: row.round + 1,
    grade,
    dispatcher_id: ctx.actor.organisation_id!,
    unit_id: unit.id,
    judge_id: judge.id,
    reason: input.reason ?? null,
    due_on,
    now: ctx.now.toISOString(),
  })
  await ctx.system(() => ctx.tx.run('petitions/share_files', { district_code, id, unit_id: unit.id }))
  await queueMessage(ctx, {
    template: 'petition.dispatched',
    params: { reference: row.reference, due_on },
    to: { organisation_id: unit.id },
    subject,
  })
}

async function chosen(ctx: Context, row: PetitionRow, input: DispatchInput) {
  const { district_code } = row
  const organisation = async (text: string) => {
    const key = parsePublicId('org', text)
    return key?.district_code === district_code ? ctx.tx.one('petitions/find_unit', key) : null
  }
  const unit = await organisation(input.unit_id)
  const judge = await organisation(input.judge_id)
  const errors: FieldError[] = []
  if (!unit || !unitKinds.includes(unit.kind))
    errors.push(field('/unit_id', 'petitions/no-such-unit', '该单位不能承办诉求', 'this unit cannot answer a request'))
  if (!judge || !judgeKinds.includes(judge.kind))
    errors.push(
      field('/judge_id', 'petitions/no-such-judge', '该单位不能作为第三方评判', 'this organisation cannot judge'),
    )
  else if (judge.id === unit?.id || judge.id === ctx.actor.organisation_id || (await hasPart(ctx, row, judge.id)))
    errors.push(
      field(
        '/judge_id',
        'petitions/judge-not-third',
        '评判方不得是派单方或承办单位',
        'the third party neither dispatches nor answers it',
      ),
    )
  if (input.is_outside_duty && !input.reason)
    errors.push(
      field(
        '/reason',
        'petitions/reason-needed',
        '转派职责外的单位，须说明理由',
        'outside your duty: say why it goes there',
      ),
    )
  if (errors.length > 0) throw invalid('petitions/invalid', errors)
  return { unit: unit!, judge: judge! }
}

/** Who dispatched or answered an earlier round judges no later one. */
async function hasPart(ctx: Context, { district_code, id }: PetitionRow, judge_id: string): Promise<boolean> {
  const rounds = await ctx.tx.many('petitions/list_rounds', { district_code, id })
  return rounds.some(({ dispatcher_id, unit_id }) => dispatcher_id === judge_id || unit_id === judge_id)
}
