import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'

/** What happened to one subject. `data` holds ids and codes only, never a person. */
export interface NewEvent {
  type: string
  district_code: number
  subject_kind: string
  subject_id: string
  subject_version: number
  project_id?: string | null
  promoter_id?: string | null
  utility_id?: string | null
  registry_id?: string | null
  /** Concerns one home's sale: hidden from staff who have no part in it. */
  is_personal?: boolean
  basis_zh?: string | null
  basis_en?: string | null
  data?: object
  evidence?: string[]
}

/** The event and its outbox row, inside the caller's transaction, and a wake-up for after the commit. Returns the event's id. */
export async function emitEvent(ctx: Context, event: NewEvent): Promise<string> {
  const id = randomUUID()
  await ctx.system(() =>
    ctx.tx.run('outbox/insert_event', {
      id,
      type: event.type,
      district_code: event.district_code,
      subject_kind: event.subject_kind,
      subject_id: event.subject_id,
      subject_version: event.subject_version,
      project_id: event.project_id ?? null,
      promoter_id: event.promoter_id ?? null,
      utility_id: event.utility_id ?? null,
      registry_id: event.registry_id ?? null,
      is_personal: event.is_personal ?? false,
      at: ctx.now.toISOString(),
      recorded_at: ctx.wall.toISOString(),
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
      actor_role: ctx.actor.role,
      organisation_id: ctx.actor.organisation_id,
      organisation_name: ctx.actor.organisation_name,
      basis_zh: event.basis_zh ?? null,
      basis_en: event.basis_en ?? null,
      data: JSON.stringify({
        ...event.data,
        ...(ctx.actor.agent ? { agent_id: ctx.actor.agent.organisation_id } : {}),
      }),
      evidence: event.evidence ?? [],
    }),
  )
  return id
}
