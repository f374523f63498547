import type { Context } from '../context.ts'

export type Severity = 'low' | 'high'
export interface Finding {
  code: string
  note: string | null
  severity: Severity
  text_zh: string
  text_en: string
}
/** A recorded visit, as whoever acts on it needs it. */
export interface Visit {
  district_code: number
  id: string
  reference: string
  project_id: string
  project_reference: string
  site_id: string | null
  outcome: 'passed' | 'failed_low' | 'failed_high' | 'unable_to_inspect'
  severity: Severity
  findings: Finding[]
  follows_rectification_id: string | null
  promoter_id: string
  contractor_id: string | null
}

/** What follows a visit, in its own transaction. Another room does it; server/routes.ts brings the two together. */
export interface FollowUps {
  recorded(ctx: Context, visit: Visit): Promise<void>
  withdrawn(ctx: Context, visit: { district_code: number; id: string; reason: string }): Promise<void>
}
