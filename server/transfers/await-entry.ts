import type { Context } from '../context.ts'
import type { Key } from '../http/public-id.ts'
import { listLegs, lockCase } from './find.ts'
import { moveCase } from './move-case.ts'
import { moveLeg } from './move-leg.ts'
import { refoldCase } from './refold.ts'

/** The papers are in order and the register entry is next: what passed is armed; a blocked leg holds nothing up. */
export async function awaitEntry(ctx: Context, key: Key, seen: number | null): Promise<void> {
  const sale = await lockCase(ctx, key)
  await moveCase(ctx, sale, 'await_entry', { seen })
  for (const leg of await listLegs(ctx, sale)) if (leg.status === 'precheck_passed') await moveLeg(ctx, leg, 'arm')
  await refoldCase(ctx, key)
}
