import { pick, useLanguage, useT } from '../i18n/index.ts'
import type { SubjectProps } from '../shell/panels.ts'
import { Trouble } from '../ui/fault.tsx'
import { day } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { AskedOf } from './asked-of.tsx'
import { useNeeded, usePermitsOf, type Permit } from './permit.ts'
import './permits.css'

/** A tab of a dig: its application as the one window has it, or what one would need. */
export function WindowOfDig({ id }: SubjectProps) {
  const { data, error, refetch } = usePermitsOf(id)
  const [latest] = data ?? []
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  if (!latest) return <Needed id={id} />
  return (
    <>
      <Documents of={latest} />
      <Promised of={latest} />
      <Steps of={latest} />
      <Handover of={latest} />
      <AskedOf of={latest} />
    </>
  )
}

function Needed({ id }: SubjectProps) {
  const t = useT()
  const language = useLanguage()
  const { data = [] } = useNeeded(id, true)
  return (
    <Section title={t('window.needed')} count={data.length}>
      <p className="muted">{t('window.none')}</p>
      <ul className="window-list">
        {data.map((one) => (
          <li key={one.code}>
            <span>{pick(language, one.label_zh, one.label_en)}</span>
            {one.can_be_promised && <span className="tag">{t('window.can_be_promised')}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Every document of the list: the files that came as it, or that it is missing. */
function Documents({ of: { documents, reference, by_agent } }: { of: Permit }) {
  const t = useT()
  const language = useLanguage()
  const missing = documents.filter(({ files }) => files.length === 0).length
  return (
    <Section
      title={t('window.documents')}
      count={documents.length}
      aside={missing > 0 && <small className="window-missing">{t('window.missing_count', { count: missing })}</small>}
    >
      <p className="muted">
        {reference}
        {by_agent && ` · ${t('window.by_agent')}`}
      </p>
      <ul className="window-list">
        {documents.map((one) => (
          <li key={one.code} data-missing={one.files.length === 0 || undefined}>
            <span>
              {pick(language, one.label_zh, one.label_en)}
              {one.files.map((file) => (
                <small key={file.id}>
                  <a href={`/api/attachments/${file.id}`} target="_blank" rel="noreferrer">
                    {file.name}
                  </a>{' '}
                  <span className="muted">{t('window.handed_in', { day: day(file.handed_in_at) })}</span>
                </small>
              ))}
            </span>
            {one.files.length === 0 && (
              <span className="window-tags">
                {one.can_be_promised && <span className="tag">{t('window.can_be_promised')}</span>}
                <span className="window-missing">{t('window.missing')}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What was promised, as it was signed; the latest is what counts. */
function Promised({ of: { promises, documents } }: { of: Permit }) {
  const t = useT()
  const language = useLanguage()
  const [promise] = promises
  if (!promise) return null
  const names = documents
    .filter(({ code }) => promise.documents.includes(code))
    .map(({ label_zh, label_en }) => pick(language, label_zh, label_en))
  return (
    <Section
      title={t('window.promise')}
      aside={<span className="tag">{t(`window.promise_status.${promise.status}`)}</span>}
    >
      <p>{t('window.promise_of', { name: promise.signed_name, day: day(promise.until) })}</p>
      <blockquote className="window-text">{promise.text}</blockquote>
      <p className="muted">{names.join(' · ')}</p>
      {promise.barred_until && (
        <p className="window-missing">{t('window.barred', { day: day(promise.barred_until) })}</p>
      )}
    </Section>
  )
}

/** Every authority that was asked at once, and where it stands; its clock is in the overview. */
function Steps({ of: { consents } }: { of: Permit }) {
  const t = useT()
  if (consents.length === 0) return null
  return (
    <Section title={t('window.steps')} count={consents.length}>
      <ul className="window-list">
        {consents.map(({ id, kind, status, reason, answered_at }) => (
          <li key={id}>
            <span>
              {t(`window.step.${kind}`)}
              {reason && <small className="muted">{reason}</small>}
            </span>
            <span className="window-tags">
              {answered_at && <small className="muted number">{day(answered_at)}</small>}
              <span className="tag">{t(`window.step_status.${status}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Handover({ of: { handover } }: { of: Permit }) {
  const t = useT()
  if (!handover) return null
  const signed = handover.signed_at ? day(handover.signed_at) : ''
  return (
    <Section title={t('window.handover')}>
      <p>{t(`window.handover_status.${handover.status}`, { day: signed })}</p>
    </Section>
  )
}
