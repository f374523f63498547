import type { Context } from '../context.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import { toProblem } from '../http/errors.ts'
import { field, invalid } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { acceptApplication, requestSupplement } from './accept.ts'
import { deliverPermit } from './deliver.ts'
import { grantPermit } from './grant.ts'
import { findHeldDecision } from './hold-decision.ts'
import { findPermit, permitKey, type PermitChange, type PermitRow } from './move.ts'
import { refusePermit, refuseToAccept } from './refuse.ts'
import { permitMachine } from './states.ts'

type Verb = (ctx: Context, permit: PermitRow, change: PermitChange) => Promise<unknown>

/** What may be decided for several applications at once, each by the same verb as alone. */
export const bulkVerbs = {
  accept_application: acceptApplication,
  request_supplement: requestSupplement,
  not_accept: refuseToAccept,
  grant: grantPermit,
  refuse: refusePermit,
  deliver: deliverPermit,
} as const satisfies Record<string, Verb>
export type BulkMove = keyof typeof bulkVerbs

/** What one decision for several may say; the dates of a grant stay each dig's own. */
const shared = ['reason', 'conditions', 'items']

/** The table of what may be done for several at once: from which states, with what, and for how many (rule permit.bulk). */
export async function listBulkMoves(ctx: Context) {
  const moves = (Object.keys(bulkVerbs) as BulkMove[]).map((name) => {
    const { from, ...row } = permitMachine.moves[name]
    const input = Object.entries('input' in row ? row.input : {}).filter(([key]) => shared.includes(key))
    return { name, from: [...from], input: Object.fromEntries(input) }
  })
  return { most: await mostAtOnce(ctx), moves }
}

export interface BulkInput {
  bulk_id: string
  move: BulkMove
  permits: readonly { id: string; version?: number | undefined }[]
  reason?: string | undefined
  conditions?: string[] | undefined
  items?: string[] | undefined
}
export interface BulkResult {
  id: string
  reference: string | null
  status: PermitRow['status'] | null
  done: boolean
  undo_seconds: number | null
  code: string | null
  errors: { pointer: string; code: string; message: string }[]
}

/** 422 when these are more than may be decided at once. */
export async function guardBulk(ctx: Context, input: BulkInput): Promise<void> {
  const most = await mostAtOnce(ctx)
  if (input.permits.length > most)
    throw invalid('permits/invalid', [
      field('/permits', 'permits/too-many-at-once', `一次最多 ${most} 件`, `at most ${most} at once`),
    ])
}

/** One of the bulk, in a transaction of its own: done, or nothing of it. Its audit row names the bulk. */
export async function decideOne(
  ctx: Context,
  { bulk_id, move, reason, conditions, items }: BulkInput,
  { id, version }: BulkInput['permits'][number],
): Promise<BulkResult> {
  const permit = await findPermit(ctx, permitKey(id))
  await bulkVerbs[move](ctx, permit, {
    seen: version ?? null,
    bulk_id,
    ...(reason ? { reason } : {}),
    ...(conditions ? { conditions } : {}),
    ...(items ? { items } : {}),
  })
  const after = await findPermit(ctx, permit)
  const held = await findHeldDecision(ctx, after)
  return {
    id: publicId('per', after.district_code, after.id),
    reference: after.reference,
    status: after.status,
    done: true,
    undo_seconds: held && Math.ceil((Date.parse(held.held_until) - ctx.wall.getTime()) / 1000),
    code: null,
    errors: [],
  }
}

/** Why one of the bulk was not done. What nobody expected is thrown on, to be seen. */
export function notDone(id: string, error: Error): BulkResult {
  const { status, code, errors } = toProblem(error)
  if (status >= 500) throw error
  return { id, reference: null, status: null, done: false, undo_seconds: null, code, errors }
}

async function mostAtOnce(ctx: Context): Promise<number> {
  const { value } = await ruleFor(ctx, ctx.actor.district_code, 'permit.bulk', shanghaiDay(ctx.now))
  return value.most
}
