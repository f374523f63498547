import type { Context } from '../context.ts'
import { lockLeg, type LegKey } from './find.ts'
import { moveLeg } from './move-leg.ts'
import { refoldCase } from './refold.ts'

/** The registry takes a leg by hand (转人工): nothing is sent by itself any more; the utility may still complete it. */
export async function handOver(ctx: Context, key: LegKey, seen: number | null): Promise<void> {
  const { leg } = await lockLeg(ctx, key)
  await moveLeg(ctx, leg, 'manual', { seen, change: { reason_code: leg.reason_code, arrears_yuan: leg.arrears_yuan } })
  await refoldCase(ctx, key)
}
