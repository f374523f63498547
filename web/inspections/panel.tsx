import { useState } from 'react'
import { useT } from '../i18n/index.ts'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useRectifications, useVisits } from './inspection.ts'
import './inspections.css'
import { Plan } from './plan.tsx'
import { RectificationItem, VisitItem } from './rows.tsx'

const parts = ['plan', 'rectifications', 'visits'] as const

/** 检查: what is planned to be seen; what was ordered to be put right and is still open, the earliest last day first; and the visits themselves. */
export function InspectionsPanel() {
  const t = useT()
  const [part, setPart] = useState<(typeof parts)[number]>('plan')
  return (
    <>
      <Tabs
        name={t('panel.inspections')}
        tabs={parts.map((name) => ({ name, label: t(`inspection.${name}`) }))}
        open={part}
        onOpen={setPart}
      />
      <div role="tabpanel" aria-label={t(`inspection.${part}`)}>
        {part === 'plan' ? <Plan /> : part === 'visits' ? <Visits /> : <OpenRectifications />}
      </div>
    </>
  )
}

function OpenRectifications() {
  const t = useT()
  const { data, error, refetch } = useRectifications()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.length === 0) return <p className="empty">{t('rectification.none_open')}</p>
  return (
    <ol className="rows">
      {data.map((row) => (
        <RectificationItem key={row.id} row={row} />
      ))}
    </ol>
  )
}

function Visits() {
  const t = useT()
  const { data, error, refetch } = useVisits()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.length === 0) return <p className="empty">{t('inspection.none')}</p>
  return (
    <ol className="rows">
      {data.map((row) => (
        <VisitItem key={row.id} row={row} />
      ))}
    </ol>
  )
}
