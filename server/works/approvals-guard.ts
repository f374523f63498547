import type { Context } from '../context.ts'
import { isAwaitingApprovals, type GatedMove } from '../projects/approval-stages.ts'
import type { WorksRow } from './move.ts'

/** Why a move of works still waits for a stage of approvals, or null: joint acceptance (联合验收) stands before acceptance. */
export const approvalsGuard = async (ctx: Context, works: WorksRow, move: GatedMove): Promise<string | null> =>
  (await isAwaitingApprovals(ctx, works, move)) ? 'works/approvals-open' : null
