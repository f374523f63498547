import { useState } from 'react'
import { useT } from '../i18n/index.ts'
import { useSession } from '../shell/session.ts'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { useAlerts, type Alert } from './alert.ts'
import './alerts.css'
import { AlertCard } from './card.tsx'
import { IssueAlert } from './issue.tsx'

/** 预警停工: the alerts that stand, what became of their stop orders, and those that are over. The authority issues them. */
export function AlertsPanel() {
  const t = useT()
  const { session } = useSession()
  const { data, error, refetch } = useAlerts()
  const [opened, setOpened] = useState<string>()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const standing = data.filter(({ status }) => status !== 'lifted')
  const past = data.filter(({ status }) => status === 'lifted')
  const list = (alerts: Alert[]) => (
    <ul className="alert-list">
      {alerts.map((alert) => (
        <AlertCard
          key={alert.id}
          alert={alert}
          isOpen={alert.id === (opened ?? standing[0]?.id)}
          onToggle={(isOpen) => setOpened(isOpen ? alert.id : '')}
        />
      ))}
    </ul>
  )
  return (
    <>
      <Section title={t('alert.standing')} count={standing.length}>
        {list(standing)}
        {standing.length === 0 && <p className="muted">{t('alert.none')}</p>}
      </Section>
      {session.role === 'authority' && <IssueAlert onIssued={setOpened} />}
      {past.length > 0 && (
        <Section title={t('alert.past')} count={past.length}>
          {list(past)}
        </Section>
      )}
    </>
  )
}
