import type { Context } from '../context.ts'
import { wrongState } from '../http/problem.ts'
import { lockLeg, type LegKey } from './find.ts'
import { moveLeg } from './move-leg.ts'
import { refoldCase } from './refold.ts'

/** The utility itself says that the debt is settled (已结清): its word passes the check, and after the register entry the leg goes on at once. */
export async function settleArrears(ctx: Context, key: LegKey, seen: number | null): Promise<void> {
  const { sale, leg } = await lockLeg(ctx, key)
  if (leg.status === 'precheck_blocked' && leg.reason_code !== 'arrears')
    throw wrongState('transfers', { move: 'settle', status: leg.status, reason_code: leg.reason_code })
  const passed = await moveLeg(ctx, leg, 'settle', { seen })
  if (sale.entered_at) await moveLeg(ctx, passed, 'arm')
  await refoldCase(ctx, key)
}
