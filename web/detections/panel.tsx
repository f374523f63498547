import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Photos } from '../inspections/photos.tsx'
import '../inspections/inspections.css'
import { ActionFoot } from '../projects/actions.tsx'
import { ClockList } from '../projects/clocks.tsx'
import { Events } from '../projects/history.tsx'
import '../projects/projects.css'
import { useAddress } from '../shell/address.ts'
import { Trouble } from '../ui/fault.tsx'
import { day, instant, metres, squareMetres } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { percent, sources, statusLook, useDetection, type Detection } from './detection.ts'
import './detections.css'
import { MatchSection } from './match.tsx'
import { useShapes } from './shapes.ts'

/** A suspected dig: what was seen, what a permit covers of it and why we think so, its case, who was there, and what may be done next. */
export function DetectionPanel({ id }: { id: string }) {
  const t = useT()
  const { data: row, error, refetch } = useDetection(id)
  useShapes(row)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!row) return <Loading />
  return (
    <div className="project">
      <Head row={row} />
      <div className="project-body">
        <MatchSection row={row} />
        <Facts row={row} />
        <Visits row={row} />
        {row.clocks.length > 0 && (
          <Section title={t('detection.clocks')}>
            <ClockList clocks={row.clocks} />
          </Section>
        )}
        <Repeats row={row} />
        <Section title={t('detection.history')}>
          <Events events={row.history} />
        </Section>
      </div>
      <ActionFoot actions={row.actions} project={row} />
    </div>
  )
}

function Head({ row }: { row: Detection }) {
  const t = useT()
  const { go } = useAddress()
  const { duplicate_of_id, duplicate_of_reference: reference } = row
  return (
    <header className="project-head">
      <p className="project-reference">
        <span className="mono">{row.case ? row.case.reference : row.reference}</span>
        <span className="muted">{sources.includes(row.source) ? t(`detection.source.${row.source}`) : row.source}</span>
      </p>
      <h1>{t('subject.det')}</h1>
      <p className="project-tags">
        <span className={`tag ${statusLook(row.status)}`}>{t(`detection.status.${row.status}`)}</span>
        {row.coverage && <span className="tag">{t(`detection.coverage.${row.coverage}`)}</span>}
      </p>
      {duplicate_of_id && (
        <p className="project-late">
          <Icon name="layers" size={16} />
          <button type="button" className="link" onClick={() => go({ sel: duplicate_of_id })}>
            {t('detection.duplicate_of', { reference, overlap: percent(row.duplicate_overlap) })}
          </button>
        </p>
      )}
    </header>
  )
}

function Facts({ row }: { row: Detection }) {
  const t = useT()
  const language = useLanguage()
  const facts = {
    observed: row.observed_at ? instant(row.observed_at, language) : day(row.observed_on),
    area: squareMetres(row.area_m2),
    error: metres(row.positional_error_m),
    responsible: pick(language, row.responsible_zh, row.responsible_en),
    note: row.note,
    finding: row.case?.finding_note,
    decision: row.case?.decision_reference,
    penalty:
      row.case?.penalty_yuan == null
        ? null
        : t('detection.yuan', { amount: row.case.penalty_yuan.toLocaleString('en') }),
  }
  return (
    <Section title={t('detection.about')}>
      <dl className="facts">
        {Object.entries(facts).map(
          ([name, text]) =>
            text && (
              <div key={name}>
                <dt>{t(`detection.facts.${name}`)}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
    </Section>
  )
}

/** Who was there. Before anybody was, what that means for a penalty. */
function Visits({ row }: { row: Detection }) {
  const t = useT()
  const language = useLanguage()
  if (row.verifications.length === 0 && !row.case) return null
  return (
    <Section title={t('detection.verifications')} count={row.verifications.length}>
      {row.case?.is_verified === false && <p className="inspection-warning">{t('detection.lead_only')}</p>}
      <ul className="detection-visits">
        {row.verifications.map((visit) => (
          <li key={visit.verified_at + visit.step}>
            <b>{t(`detection.step.${visit.step}`)}</b>
            <span className="muted">
              {visit.verifier_name} · {instant(visit.verified_at, language)}
              {visit.distance_m !== null &&
                ` · ${t('inspection.away', { distance: metres(Math.round(visit.distance_m)) })}`}
            </span>
            <q>{visit.note}</q>
          </li>
        ))}
      </ul>
      {row.files.length > 0 && <Photos photos={row.files} />}
    </Section>
  )
}

function Repeats({ row }: { row: Detection }) {
  const t = useT()
  const { go } = useAddress()
  if (row.repeats.length === 0) return null
  return (
    <Section title={t('detection.repeats_title')} count={row.repeats.length}>
      <ul className="detection-visits">
        {row.repeats.map(({ id, reference, source, observed_on, overlap }) => (
          <li key={id}>
            <button type="button" className="link mono" onClick={() => go({ sel: id })}>
              {reference}
            </button>
            <span className="muted">
              {sources.includes(source) ? t(`detection.source.${source}`) : source} · {day(observed_on)} ·{' '}
              {percent(overlap)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
