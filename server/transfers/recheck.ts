import type { Context } from '../context.ts'
import { field, invalid, Problem } from '../http/problem.ts'
import { insertConsent } from './consent.ts'
import { lockLeg, type LegKey } from './find.ts'
import { moveLeg } from './move-leg.ts'
import { routeOf } from './open.ts'
import { dueNow } from './precheck.ts'
import { refoldCase } from './refold.ts'
import type { ConsentInput } from './schemas.ts'

/**
 * Checks a leg again, on demand or by night. A leg that had no route takes the one there is now, with the consent that names
 * its utility; 409 when there still is none.
 */
export async function recheckLeg(
  ctx: Context,
  key: LegKey,
  options: { seen?: number | null; consent?: ConsentInput } = {},
): Promise<void> {
  const { sale, leg } = await lockLeg(ctx, key)
  if (leg.utility_id) {
    await moveLeg(ctx, leg, 'recheck', { seen: options.seen, change: dueNow(ctx) })
  } else {
    const route = await routeOf(ctx, sale, leg.kind)
    if (!route) throw new Problem(409, 'transfers/no-route', { kind: leg.kind })
    if (!options.consent)
      throw invalid('transfers/invalid', [
        field(
          '/consent',
          'transfers/consent-required',
          '需要指明接收方的单独同意',
          'a separate consent that names the recipient is needed',
        ),
      ])
    await insertConsent(ctx, { ...sale, kind: leg.kind, recipient_id: route.utility_id }, options.consent)
    await moveLeg(ctx, { ...leg, utility_id: route.utility_id }, 'recheck', {
      seen: options.seen,
      change: { ...dueNow(ctx), utility_id: route.utility_id },
    })
  }
  await refoldCase(ctx, key)
}
