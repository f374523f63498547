import type { Parts } from './http/environment.ts'

/** What runs by the clock rather than by request; once per district served, never twice at a time. */
export interface Job {
  name: string
  every_seconds: number
  run(parts: Parts, district_code: number): Promise<void>
}
