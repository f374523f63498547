import { useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'
import { DailyReport } from '../documents/daily-report.tsx'
import { pick, useLanguage, useT, words } from '../i18n/index.ts'
import { useMap } from '../map/holder.ts'
import { useAddress } from '../shell/address.ts'
import { subjectOf } from '../shell/panels.ts'
import { useSession } from '../shell/session.ts'
import { WaitingLegs } from '../transfers/waiting.tsx'
import { Trouble } from '../ui/fault.tsx'
import { day } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { dueWords } from './due.ts'
import type { Card, CardOwner } from './project.ts'
import './projects.css'

type Matter = {
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
}

/** 今日待办: what waits for this person today, the latest first, each with why and by which law. */
export function Desk() {
  const t = useT()
  const { session } = useSession()
  const { data, error, refetch } = useQuery({
    queryKey: ['desk', 'list'],
    queryFn: ({ signal }) => get<{ items: Matter[] }>('/api/desk', undefined, signal),
  })
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { items: matters } = data
  return (
    <>
      {session.role === 'utility' && <WaitingLegs />}
      <DailyReport />
      {matters.length === 0 && <p className="empty">{t('desk.empty')}</p>}
      <ol className="rows">
        {matters.map((matter) => (
          <MatterRow key={matter.id} matter={matter} />
        ))}
      </ol>
    </>
  )
}

function MatterRow({ matter }: { matter: Matter }) {
  const t = useT()
  const language = useLanguage()
  const { session } = useSession()
  const { sel, go } = useAddress()
  const map = useMap()
  const subject = [matter.case_id, matter.subject_id, matter.project_id].find((id) => id && subjectOf(id))
  const why = words(`clock.${matter.why}`, matter.why)
  const open = () => {
    // a dig's panel brings the whole dig into view by itself
    if (matter.center && (sel === subject || !subject?.startsWith('prj'))) map?.goTo({ center: matter.center })
    if (subject) go({ sel: subject })
  }
  return (
    <li>
      <button
        type="button"
        className="row"
        data-card={matter.card}
        aria-current={sel === subject || undefined}
        onClick={open}
      >
        <span className="row-title">{pick(language, matter.title_zh, matter.title_en)}</span>
        <span className="row-due">{dueWords(matter, session.today)}</span>
        <span className="row-note muted">
          {why} · {day(matter.due_on)}
          {matter.provisional && ` · ${t('clock.provisional')}`}
        </span>
        {matter.card !== 'none' && (
          <span className={`tag ${matter.card}`}>
            {t(`card.${matter.card}`)}
            {matter.card_owner && ` · ${t(`owner.${matter.card_owner}`)}`}
          </span>
        )}
        <span className="row-basis muted">{pick(language, matter.basis_zh, matter.basis_en)}</span>
      </button>
    </li>
  )
}
