import { pick, useLanguage, useT } from '../i18n/index.ts'
import { useSession } from '../shell/session.ts'
import { instant } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import { codeWord, useBreaches, useDatastreams, type Breach, type Datastream } from './feed.ts'
import './feeds.css'
import { Hours } from './hours.tsx'

/** What sensors measure at a dig and when a limit was exceeded; nothing where nothing is measured, or where it is not the caller's to know. */
export function FeedsOfDig({ id }: { id: string }) {
  const { session } = useSession()
  return session.role === 'public' ? null : <Listed id={id} />
}

function Listed({ id }: { id: string }) {
  const t = useT()
  const { data: streams = [] } = useDatastreams(id)
  const { data: breaches = [] } = useBreaches(id, streams.length > 0)
  if (streams.length === 0) return null
  return (
    <Section title={t('feed.of_dig')} count={streams.length}>
      <ul className="feed-list">
        {streams.map((stream) => (
          <Stream
            key={stream['@iot.id']}
            stream={stream}
            isOver={breaches.some((one) => one.datastream_id === stream['@iot.id'] && one.last_at === stream.latest_at)}
          />
        ))}
      </ul>
      {breaches.length > 0 && (
        <>
          <h3>{t('feed.breaches')}</h3>
          <ul className="feed-list">
            {breaches.map((breach) => (
              <Exceeded key={breach.id} breach={breach} />
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function Stream({ stream, isOver }: { stream: Datastream; isOver: boolean }) {
  const t = useT()
  const language = useLanguage()
  const { property, name, unit, threshold, latest_at, latest_result, latest_code, hours } = stream
  const { limit, night, basis_zh, basis_en } = threshold
  const result = latest_code === null ? Math.round(latest_result ?? 0) : codeWord(latest_code, t)
  const alarms = hours.reduce((sum, one) => sum + one.alarms, 0)
  return (
    <li>
      <p className="feed-head">
        <strong>{t(`feed.property.${property}`)}</strong> <span className="muted">{name}</span>
        {isOver && <span className="tag red">{t('feed.over')}</span>}
      </p>
      <p>
        {latest_at
          ? t('feed.latest', { result, unit: latest_code === null ? unit : '', at: instant(latest_at, language) })
          : t('feed.silent')}
      </p>
      {limit === undefined ? (
        <p className="muted">{t('feed.alarms_day', { count: alarms })}</p>
      ) : (
        <>
          <Hours stream={stream} />
          <p className="muted" title={pick(language, basis_zh, basis_en)}>
            {night ? t('feed.limit_by_night', { limit, night: night.limit, unit }) : t('feed.limit', { limit, unit })}
          </p>
        </>
      )}
    </li>
  )
}

function Exceeded({ breach }: { breach: Breach }) {
  const t = useT()
  const language = useLanguage()
  const { property, began_at, last_at, peak, code, unit, limit_value } = breach
  return (
    <li>
      <p>
        <strong>{t(`feed.property.${property}`)}</strong>{' '}
        {code === null
          ? `${t('feed.peak', { peak: Math.round(peak ?? 0), unit })} · ${t('feed.limit', { limit: limit_value ?? 0, unit })}`
          : codeWord(code, t)}
      </p>
      <p className="muted">
        {t('feed.breach_from', { from: instant(began_at, language), to: instant(last_at, language) })}
      </p>
      <p className="muted">{pick(language, breach.basis_zh, breach.basis_en)}</p>
    </li>
  )
}
