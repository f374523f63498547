import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Trouble } from '../ui/fault.tsx'
import { day, instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import type { Clock } from './project.ts'

type Version = {
  version: number
  cause: string
  card: string
  due_on: string
  calendar_version: string | null
  valid_from: string
}
type Told = { versions: Version[]; pauses: { paused_at: string; basis_zh: string; basis_en: string }[] }

/** The ledger of one clock, read when it is opened: what happened to it, when, and how its last day moved. */
export function ClockHistory({ clock }: { clock: Clock }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('clock.history')}</summary>
      {isOpen && <Lines clock={clock} />}
    </details>
  )
}

function Lines({ clock }: { clock: Clock }) {
  const t = useT()
  const language = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['clocks', clock.id, clock.version],
    queryFn: ({ signal }) => get<Told>(`/api/clocks/${clock.id}`, undefined, signal),
  })
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <ol className="clock-history">
      {data.versions.map((version, i) => {
        const before = data.versions[i - 1]
        const moved = before && before.due_on !== version.due_on
        const pause =
          version.cause === 'paused' && data.pauses.find(({ paused_at }) => paused_at === version.valid_from)
        return (
          <li key={version.version}>
            <span className="number muted">{instant(version.valid_from, language)}</span>
            <span>
              {t(`clock.cause.${version.cause}`, { card: t(`card.${version.card}`) })}
              {pause && ` · ${pick(language, pause.basis_zh, pause.basis_en)}`}
              {moved && ` · ${t('clock.moved', { from: day(before.due_on), to: day(version.due_on) })}`}
              {version.cause === 'recounted' && ` · ${version.calendar_version}`}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
