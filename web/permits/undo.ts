import type { QueryClient } from '@tanstack/react-query'
import { post, ProblemError } from '../api.ts'
import { t, wordsFor } from '../i18n/index.ts'
import { offer, say } from '../ui/toast.tsx'

/** A permit just decided, that may be taken back for so many seconds; null: not. */
export type Decided = { id: string; undo_seconds: number | null }

/** Whether an answer of the server is of that kind: every move of a permit answers the permit. */
export function isUndoable(answer: unknown): answer is { id: string; undo_seconds: number } {
  return typeof (answer as Partial<Decided> | undefined)?.undo_seconds === 'number'
}

/** Offers to take back what was just decided, until the applicant is told. Answers whether there was anything to offer. */
export function offerUndo(client: QueryClient, text: string, decided: readonly Decided[]): boolean {
  const open = decided.filter(isUndoable)
  if (open.length === 0) return false
  offer(text, {
    label: t('undo.button'),
    seconds: Math.min(...open.map(({ undo_seconds }) => undo_seconds)),
    run: async () => {
      const outcomes = await Promise.allSettled(
        open.map(({ id }) => post(`/api/permits/${id}/undo`, { reason: t('undo.reason') })),
      )
      const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
      const back = outcomes.length - refused.length
      if (back > 0) say(t('undo.done', { count: back }))
      const [why] = refused
      if (why) say(wordsFor(why instanceof ProblemError ? why.code : undefined))
      await client.invalidateQueries()
    },
  })
  return true
}
