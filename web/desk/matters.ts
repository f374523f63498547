import { useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'
import { useMap } from '../map/holder.ts'
import { useAddress } from '../shell/address.ts'
import { subjectOf } from '../shell/panels.ts'
import type { Matter } from './matter.ts'

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
