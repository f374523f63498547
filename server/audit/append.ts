import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'

export interface NewAudit {
  action: string
  subject_kind: string
  subject_id?: string | null
  district_code?: number
  reason?: string
  detail?: object
}

/**
 * One audit row inside the caller's transaction; the sequencer numbers and hashes it after the commit. An act of an agent of the counter names both:
 * the person who did it and the firm it was done for, with the person's own office in the detail.
 */
export function appendAudit(ctx: Context, entry: NewAudit): Promise<void> {
  return ctx.system(() =>
    ctx.tx.run('audit/insert_audit', {
      district_code: entry.district_code ?? ctx.actor.district_code,
      id: randomUUID(),
      at: ctx.now.toISOString(),
      recorded_at: ctx.wall.toISOString(),
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
      actor_role: ctx.actor.role,
      organisation_id: ctx.actor.organisation_id,
      action: entry.action,
      subject_kind: entry.subject_kind,
      subject_id: entry.subject_id ?? null,
      request_id: ctx.request_id,
      reason: entry.reason ?? null,
      detail: JSON.stringify({ ...entry.detail, ...(ctx.actor.agent ? { agent: ctx.actor.agent } : {}) }),
    }),
  )
}
