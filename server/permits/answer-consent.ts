import type { Context } from '../context.ts'
import { moveConsent, type ConsentChange, type ConsentRow } from './move-consent.ts'

/** The second authority agrees, with conditions of its own; also after it had withheld its consent. */
export const giveConsent = (ctx: Context, consent: ConsentRow, change: ConsentChange): Promise<void> =>
  moveConsent(ctx, 'give', consent, { ...change, conditions: change.conditions ?? [] })

/** It does not agree, and says why: the application cannot be granted while this stands. */
export const withholdConsent = (ctx: Context, consent: ConsentRow, change: ConsentChange): Promise<void> =>
  moveConsent(ctx, 'withhold', consent, change)
