import type { SiteStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/** One stretch of ground: not begun, open, backfilled, reopened, restored. */
export const siteMachine = {
  room: 'sites',
  subject_kind: 'site',
  moves: {
    open: {
      from: ['not_begun'],
      to: 'open',
      by: ['promoter', 'inspector'],
      event: 'site.opened',
      basis: 'works.start',
    },
    backfill: {
      from: ['open', 'reopened'],
      to: 'backfilled',
      by: ['promoter', 'inspector'],
      event: 'site.backfilled',
      basis: 'works.completion',
      guards: ['sites/survey-missing'],
    },
    reopen: {
      from: ['backfilled', 'restored'],
      to: 'reopened',
      by: ['promoter', 'inspector'],
      event: 'site.reopened',
      basis: 'works.start',
      input: { reason: 'text_required' },
    },
    restore: {
      from: ['backfilled'],
      to: 'restored',
      by: ['promoter', 'inspector'],
      event: 'site.restored',
      basis: 'works.completion',
    },
  },
} as const satisfies Machine<SiteStatus>
export type SiteMove = keyof typeof siteMachine.moves
