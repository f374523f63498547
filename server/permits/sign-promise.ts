import { randomUUID } from 'node:crypto'
import { currentCalendar } from '../clocks/calendar.ts'
import { ruleFor } from '../clocks/rules.ts'
import { addWorkingDays, shanghaiDay, type Day } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { changedSince, field, invalid, Problem, wrongState } from '../http/problem.ts'
import { movePromise, promiseOf } from './move-promise.ts'
import { lockPermit, type PermitRow } from './move.ts'
import { missingDocuments } from './required-documents.ts'

/**
 * The promoter promises in writing what is still missing, by a day: everything missing that may be promised, and nothing else may be missing.
 * Another signature replaces an offer that was not accepted yet.
 */
export async function signPromise(
  ctx: Context,
  found: PermitRow,
  input: { until: Day; text: string; seen: number | null },
): Promise<void> {
  const { district_code, project_id, promoter_id, contractor_id, authority_id } = found
  if (ctx.actor.role !== 'promoter' || promoter_id !== ctx.actor.organisation_id)
    throw new Problem(403, 'permits/not-your-move')
  const permit = await lockPermit(ctx, found)
  if (permit.status !== 'submitted') throw wrongState('permits', { move: 'promise', status: permit.status })
  if (input.seen !== null && input.seen !== permit.version) throw changedSince('permits', { version: permit.version })
  const reason = await promiseGuard(ctx, permit)
  if (reason) throw new Problem(409, reason)
  await checkDay(ctx, permit, input.until)
  const former = await promiseOf(ctx, permit, 'offered')
  if (former) await movePromise(ctx, 'drop', former)
  const id = randomUUID()
  const documents = (await missingDocuments(ctx, permit)).map(({ code }) => code)
  await ctx.tx.run('permits/insert_promise', {
    district_code,
    id,
    permit_id: permit.id,
    project_id,
    documents: JSON.stringify(documents),
    until: input.until,
    text: input.text,
    signed_by: ctx.actor.id!,
    signed_name: ctx.actor.name!,
    authority_id,
    promoter_id,
    contractor_id,
    now: ctx.now.toISOString(),
  })
  const promise = await ctx.tx.one('permits/find_promise', { district_code, id })
  await movePromise(ctx, 'sign', promise!)
}

/** Why nothing can be promised for an application now, or null. A broken promise keeps its promoter from another one for a time. */
export async function promiseGuard(ctx: Context, permit: PermitRow): Promise<string | null> {
  const missing = await missingDocuments(ctx, permit)
  if (missing.length === 0) return 'permits/nothing-missing'
  if (missing.some(({ can_be_promised }) => !can_be_promised)) return 'permits/not-promisable'
  const { district_code, promoter_id } = permit
  const today = shanghaiDay(ctx.now)
  const bar = await ctx.system(() => ctx.tx.one('permits/find_bar', { district_code, promoter_id, today }))
  return bar ? 'permits/promise-barred' : null
}

async function checkDay(ctx: Context, permit: PermitRow, until: Day): Promise<void> {
  const today = shanghaiDay(ctx.now)
  if (until < today)
    throw invalid('permits/invalid', [
      field('/until', 'permits/time-passed', '该日期已经过去', 'the day has already passed'),
    ])
  const { value } = await ruleFor(ctx, permit.district_code, 'promise.documents', today)
  const latest = addWorkingDays(today, value.most_working_days, await currentCalendar(ctx)).due_on
  if (until > latest)
    throw invalid('permits/invalid', [
      field('/until', 'permits/promise-too-long', `最迟 ${latest}`, `not later than ${latest}`),
    ])
}
