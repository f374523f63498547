import type { Job } from '../jobs.ts'
import { forgetPetitioners } from './forget.ts'

/** What requests do by the calendar: forget who asked, when the term is over. */
export const petitionJobs: readonly Job[] = [{ name: 'petitions.forget', every_seconds: 3600, run: forgetPetitioners }]
