import type { Day } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { move } from '../machine/move.ts'
import { refold } from '../projects/refold.ts'
import type { PermitRow } from './move.ts'
import { promiseMachine, type PromiseMove } from './promise-states.ts'

export type PromiseRow = Queries['permits/find_promise']['row']

/** Every move of a promise, with the dig's card folded in the same transaction. Its clock runs to the day that was promised. */
export async function movePromise(
  ctx: Context,
  name: PromiseMove,
  promise: PromiseRow,
  consequence: { withholds_decision: boolean; barred_until: Day } | null = null,
): Promise<void> {
  const { district_code, id, project_id } = promise
  await move(ctx, promiseMachine, name, promise, {
    dues: { 'promise.documents': promise.until },
    data: { documents: promise.documents, until: promise.until, ...consequence },
    change: ({ status, version }) =>
      ctx.system(() =>
        ctx.tx.one('permits/move_promise', {
          district_code,
          id,
          from: status as never,
          to: promiseMachine.moves[name].to,
          version,
          withholds_decision: consequence?.withholds_decision ?? false,
          barred_until: consequence?.barred_until ?? null,
          now: ctx.now.toISOString(),
        }),
      ),
  })
  await refold(ctx, { district_code, id: project_id })
}

/** The latest promise of an application in one of these states, or null. */
export async function promiseOf(
  ctx: Context,
  permit: Pick<PermitRow, 'district_code' | 'id'>,
  ...statuses: PromiseRow['status'][]
): Promise<PromiseRow | null> {
  const { district_code, id } = permit
  const promises = await ctx.system(() => ctx.tx.many('permits/list_promises', { district_code, permit_id: id }))
  return promises.find(({ status }) => statuses.includes(status)) ?? null
}
