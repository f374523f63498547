import { randomUUID } from 'node:crypto'
import type { Day } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { ChangeRequestKind } from '../db/queries.gen.ts'
import { changedSince } from '../http/problem.ts'
import { findRequest, moveRequest } from './move-request.ts'
import type { PermitRow } from './move.ts'

const series = { change: 'C', renewal: 'R' } as const

/** Files a change or a renewal under the permit's own reference (…-P01-C01) and hands it in: its clocks start. Returns its id. */
export async function askOfPermit(
  ctx: Context,
  permit: PermitRow,
  asked: {
    kind: ChangeRequestKind
    reason: string
    valid_from: Day | null
    valid_to: Day | null
    geometry: string | null
    seen: number | null
    dues?: Record<string, Day>
  },
): Promise<string> {
  const { kind, dues, seen, ...wanted } = asked
  if (seen !== null && seen !== permit.version) throw changedSince('permits', { version: permit.version })
  const { district_code, project_id, authority_id, promoter_id, contractor_id } = permit
  const id = randomUUID()
  const before = await ctx.tx.one('permits/count_change_requests', { district_code, permit_id: permit.id, kind })
  await ctx.tx.run('permits/insert_change_request', {
    ...wanted,
    district_code,
    id,
    permit_id: permit.id,
    project_id,
    reference: `${permit.reference}-${series[kind]}${String(before!.count + 1).padStart(2, '0')}`,
    kind,
    authority_id,
    promoter_id,
    contractor_id,
    now: ctx.now.toISOString(),
  })
  await moveRequest(ctx, 'submit', await findRequest(ctx, { district_code, id }), {
    seen: null,
    reason: asked.reason,
    dues,
  })
  return id
}
