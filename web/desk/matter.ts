import { useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'
import { useMap } from '../map/holder.ts'
import type { Card, CardOwner } from '../projects/project.ts'
import { useAddress } from '../shell/address.ts'
import { subjectOf } from '../shell/panels.ts'

export type Matter = {
  id: string
  subject_kind: string
  subject_id: string | null
  case_id: string | null
  project_id: string | null
  reference: string | null
  title_zh: string
  title_en: string
  due_on: string
  card: Card
  card_owner: CardOwner | null
  /** kind of the clock that runs */
  why: string
  basis_zh: string
  basis_en: string
  provisional: boolean
  center: [number, number] | null
  is_mine: boolean
  /** the next card and its day, if nothing is done */
  forecast: { card: 'yellow' | 'red'; on: string } | null
  project_kind: string | null
  town: { code: string; name_zh: string | null; name_en: string | null } | null
  /** the application behind it, when it is ours to decide */
  permit: { id: string; status: string; version: number } | null
}
export type Whose = 'mine' | 'all'

/** What waits today, the most urgent first, for us or for everybody. */
export const useMatters = (whose: Whose = 'mine') =>
  useQuery({
    queryKey: ['desk', 'list', whose],
    queryFn: ({ signal }) => get<{ items: Matter[]; total: number }>('/api/desk', { whose, limit: 500 }, signal),
    placeholderData: (before) => before,
  })

/** The selected subject of a matter, and how to open it: its panel and its place on the map. */
export function useOpen(matter: Matter): { isOpen: boolean; open: () => void } {
  const { sel, go } = useAddress()
  const map = useMap()
  const subject = [matter.case_id, matter.subject_id, matter.project_id].find((id) => id && subjectOf(id))
  return {
    isOpen: sel !== undefined && sel === subject,
    open: () => {
      // a dig's panel brings the whole dig into view by itself
      if (matter.center && (sel === subject || !subject?.startsWith('prj'))) map?.goTo({ center: matter.center })
      if (subject) go({ sel: subject })
    },
  }
}
