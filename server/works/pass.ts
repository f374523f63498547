import { randomUUID } from 'node:crypto'
import { startClock } from '../clocks/clock.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { approvalsGuard } from './approvals-guard.ts'
import { moveWorks, type WorksChange, type WorksRow } from './move.ts'
import { prove } from './proof.ts'

export interface Acceptance extends WorksChange {
  restored_m2?: number
  reinstatement?: 'interim' | 'permanent'
}

/**
 * Acceptance: the authority records what was restored as it measured it. An interim reinstatement starts the promoter's clock to the permanent
 * one; what is not said to be interim is permanent.
 */
export async function passWorks(ctx: Context, works: WorksRow, change: Acceptance): Promise<void> {
  const { restored_m2, reinstatement } = change
  const awaits = works.status === 'completed' && (await approvalsGuard(ctx, works, 'works.pass'))
  if (awaits) throw new Problem(409, awaits)
  await prove(ctx, works, 'pass', change)
  if (restored_m2 !== undefined || reinstatement) await record(ctx, works, reinstatement ?? 'permanent', restored_m2)
  await moveWorks(ctx, 'pass', works, change)
}

async function record(
  ctx: Context,
  works: WorksRow,
  status: 'interim' | 'permanent',
  area_m2: number | undefined,
): Promise<void> {
  const { district_code, project_id, promoter_id, contractor_id, authority_id } = works
  const id = randomUUID()
  const subject = { district_code, subject_kind: 'reinstatement', subject_id: id }
  await ctx.system(() =>
    ctx.tx.run('works/insert_reinstatement', {
      district_code,
      id,
      project_id,
      status,
      area_m2: area_m2 ?? null,
      authority_id,
      promoter_id,
      contractor_id,
      now: ctx.now.toISOString(),
    }),
  )
  if (status === 'interim')
    await startClock(
      ctx,
      { ...subject, project_id, promoter_id, contractor_id },
      { kind: 'reinstatement.permanent', owner: 'promoter', owner_id: promoter_id },
    )
  const rule = await ruleFor(ctx, district_code, 'works.acceptance', shanghaiDay(ctx.now))
  await ctx.emit({
    type: 'reinstatement.recorded',
    ...subject,
    subject_version: 1,
    project_id,
    promoter_id,
    basis_zh: rule.basis_zh,
    basis_en: rule.basis_en,
    data: { to: status, area_m2: area_m2 ?? null },
  })
  await ctx.audit({ action: 'reinstatement.record', ...subject, detail: { status, area_m2: area_m2 ?? null } })
}
