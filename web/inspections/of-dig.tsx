import { useT } from '../i18n/index.ts'
import { useSession } from '../shell/session.ts'
import { Section } from '../ui/section.tsx'
import { useRectifications, useVisits } from './inspection.ts'
import './inspections.css'
import { RectificationItem, VisitItem } from './rows.tsx'

/** What inspectors saw at a dig and ordered to be put right; nothing where nobody came yet, or where it is not the caller's to know. */
export function InspectionsOfDig({ id }: { id: string }) {
  const { session } = useSession()
  return session.role === 'public' ? null : <Listed id={id} />
}

function Listed({ id }: { id: string }) {
  const t = useT()
  const { data: ordered = [] } = useRectifications(id)
  const { data: visits = [] } = useVisits(id)
  if (ordered.length + visits.length === 0) return null
  return (
    <Section title={t('inspection.of_dig')} count={visits.length}>
      <ol className="rows inspection-rows">
        {ordered.map((row) => (
          <RectificationItem key={row.id} row={row} isOfDig />
        ))}
        {visits.slice(0, 5).map((row) => (
          <VisitItem key={row.id} row={row} />
        ))}
      </ol>
    </Section>
  )
}
