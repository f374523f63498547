import { pick, useLanguage, useT, words } from '../i18n/index.ts'
import { Trouble } from '../ui/fault.tsx'
import { instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { useHistory, type Event } from './events.ts'
import type { Project } from './project.ts'

/** Everything that happened, newest first: who, for whom, by which law, and whether it is sealed in the chain. */
export function History({ project }: { project: Project }) {
  const t = useT()
  const { data: events, error, refetch } = useHistory(project.id)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!events) return <Loading />
  if (events.length === 0) return <p className="empty">{t('history.none')}</p>
  return <Events events={events} />
}

/** Events, the oldest given first, the newest shown first. */
export function Events({ events }: { events: readonly Event[] }) {
  const t = useT()
  const language = useLanguage()
  return (
    <ol className="history">
      {events.toReversed().map((event) => {
        const note = event.data.reason ?? event.data.note
        return (
          <li key={event.id}>
            <time className="muted">{instant(event.at, language)}</time>
            <b>{words(`event.${event.type}`, event.type)}</b>
            <span className="muted">
              {[event.actor_name, event.organisation_name].filter(Boolean).join(' · ') || t('history.system')}
            </span>
            {typeof note === 'string' && <q>{note}</q>}
            <small className="muted">{pick(language, event.basis_zh, event.basis_en)}</small>
            {event.hash && (
              <small className="muted mono" title={event.hash}>
                {t('history.sealed', { seq: event.seq, hash: event.hash.slice(0, 10) })}
              </small>
            )}
          </li>
        )
      })}
    </ol>
  )
}
