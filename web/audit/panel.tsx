import { useMutation, useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'
import { useLanguage, useT, words } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import './audit.css'

type Entry = {
  seq: number
  id: string
  at: string
  actor_name: string | null
  actor_role: string
  action: string
  reason: string | null
  hash: string
}
type Chain = { stream: 'event' | 'audit'; entries: number; intact: boolean; broken_at: number | null; head: string }

/** 审计: who did what, newest first, and whether the chain of it holds when it is recomputed from its first entry. */
export function AuditPanel() {
  const t = useT()
  return (
    <>
      <Section title={t('audit.chain')}>
        <Verify />
      </Section>
      <Section title={t('audit.entries')}>
        <Entries />
      </Section>
    </>
  )
}

function Verify() {
  const t = useT()
  const { data, error, isPending, mutate } = useMutation({
    mutationFn: () => get<{ chains: Chain[] }>('/api/audit/verify'),
  })
  return (
    <div className="audit-verify" aria-live="polite">
      <p className="muted">{t('audit.how')}</p>
      <Button look="primary" disabled={isPending} onClick={() => mutate()}>
        {isPending ? t('audit.verifying') : t('audit.verify')}
      </Button>
      {error && <Trouble error={error} />}
      {data?.chains.map((chain) => (
        <div key={chain.stream} className="audit-verdict" data-intact={chain.intact}>
          <b>{t(chain.intact ? 'audit.intact' : 'audit.broken', { at: chain.broken_at ?? 0 })}</b>
          <span>
            {t(`audit.stream.${chain.stream}`)} · {t('audit.count', { count: chain.entries })}
          </span>
          <small className="muted mono" title={chain.head}>
            {t('audit.head')} {chain.head.slice(0, 16)}
          </small>
        </div>
      ))}
    </div>
  )
}

function Entries() {
  const t = useT()
  const language = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['audit', 'list'],
    queryFn: ({ signal }) => get<{ entries: Entry[] }>('/api/audit', { limit: 200 }, signal),
  })
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.entries.length === 0) return <p className="empty">{t('audit.none')}</p>
  return (
    <ol className="history">
      {data.entries.map((entry) => (
        <li key={entry.id}>
          <time className="muted">{instant(entry.at, language)}</time>
          <b>{named(entry.action)}</b>
          <span className="muted">
            {[entry.actor_name, words(`role.${entry.actor_role}`, entry.actor_role)].filter(Boolean).join(' · ')}
          </span>
          {entry.reason && <q>{entry.reason}</q>}
          <small className="muted mono" title={entry.hash}>
            #{entry.seq} {entry.hash.slice(0, 10)}
          </small>
        </li>
      ))}
    </ol>
  )
}

/** The words of an act: its own here, those of the move's button, or those of the event that it made. */
const named = (act: string) =>
  ['audit.action', 'action', 'event'].reduceRight((otherwise, tree) => words(`${tree}.${act}`, otherwise), act)
