import type { Parts } from './http/environment.ts'
import { alertJobs } from './alerts/jobs.ts'
import { forgetKeysJob } from './http/forget-keys.ts'
import type { Job } from './jobs.ts'
import { analyzeGrown } from './db/analyze.ts'
import { recountJob } from './clocks/recount.ts'
import { sweepJob } from './clocks/sweep.ts'
import { detectionJobs } from './detections/jobs.ts'
import { addIssued } from './attachments/add-issued.ts'
import { feedJobs } from './feeds/jobs.ts'
import { petitionJobs } from './petitions/jobs.ts'
import { documentJobs } from './documents/jobs.ts'
import { inspectionJobs } from './inspections/jobs.ts'
import { importJobs } from './ingest/jobs.ts'
import { refold } from './projects/refold.ts'
import { messageJobs } from './messages/jobs.ts'
import { permitJobs } from './permits/jobs.ts'
import { transferJobs } from './transfers/jobs.ts'
import { openCase } from './works/open-case.ts'
import { tellOverdue } from './works/tell-overdue.ts'
import { rectificationJobs } from './rectifications/jobs.ts'
import { worksJobs } from './works/jobs.ts'

/** The clock table: what runs by the clock, and how often. */
export const jobs: readonly Job[] = [
  {
    name: 'analyze',
    every_seconds: 600,
    run: async ({ db }) => void (db.kind === 'embedded' && (await analyzeGrown(db))),
  },
  sweepJob(async (ctx, clock) => {
    await tellOverdue(ctx, clock)
    await openCase(ctx, clock)
    if (clock.project_id) await refold(ctx, { district_code: clock.district_code, id: clock.project_id })
  }),
  recountJob(refold),
  ...permitJobs,
  ...worksJobs,
  ...alertJobs,
  ...inspectionJobs,
  ...feedJobs,
  ...rectificationJobs,
  ...transferJobs,
  ...messageJobs,
  ...importJobs,
  ...detectionJobs,
  ...petitionJobs,
  ...documentJobs(addIssued),
  forgetKeysJob,
]

export interface Schedule {
  /** Runs every job once, now: at start, and when the business clock was turned. */
  runAll(): Promise<void>
  stop(): Promise<void>
}

/** Starts the clock table for a district. A job that is still running is not started again; a failure is logged and tried at the next turn. */
export function startSchedule(
  parts: Parts,
  district_code: number,
  onFault: (job: string, error: Error) => void,
): Schedule {
  const running = new Map<string, Promise<void>>()
  const runJob = (job: Job): Promise<void> => {
    const current = running.get(job.name)
    if (current) return current
    const started = job
      .run(parts, district_code)
      .catch((error: Error) => onFault(job.name, error))
      .finally(() => running.delete(job.name))
    running.set(job.name, started)
    return started
  }
  const timers = jobs.map((job) => setInterval(() => void runJob(job), job.every_seconds * 1000))
  for (const timer of timers) timer.unref()
  return {
    async runAll() {
      for (const job of jobs) await runJob(job)
    },
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await Promise.all(running.values())
    },
  }
}
