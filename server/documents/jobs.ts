import type { Job } from '../jobs.ts'
import { makeDocuments, type Attach } from './make.ts'

/** Prints the papers that are due; where their files go is the composition root's to say. */
export const documentJobs = (attach: Attach): readonly Job[] => [
  {
    name: 'documents.make',
    every_seconds: 1,
    run: async (parts, district_code) => void (await makeDocuments(parts, district_code, attach)),
  },
]
