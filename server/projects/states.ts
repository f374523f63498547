import type { ProjectStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/** The plan itself: registered, or given up before anything was dug. Everything else moves in permits and works. */
export const projectMachine = {
  room: 'projects',
  subject_kind: 'project',
  moves: {
    cancel: {
      from: ['registered'],
      to: 'cancelled',
      by: ['promoter'],
      event: 'project.cancelled',
      basis: 'project.cancel',
      input: { reason: 'text_required' },
    },
  },
} as const satisfies Machine<ProjectStatus>
