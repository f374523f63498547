import { useState } from 'react'
import { useT } from '../i18n/index.ts'
import { useMap } from '../map/holder.ts'
import { dueWords } from '../projects/due.ts'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { Trouble } from '../ui/fault.tsx'
import { day, squareMetres } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { NextPage } from '../ui/next-page.tsx'
import { percent, sources, statusLook, useCovered, useDetections, type DetectionRow } from './detection.ts'
import './detections.css'
import { ReportDetection } from './report.tsx'

const open = ['detected', 'needs_review', 'dispatched', 'field_verified', 'unlawful', 'rectifying', 'rectified']
const penalty = ['penalty_case', 'penalised', 'penalty_served']
const settled = ['auto_matched', 'lawful_matched', 'lawful_retrospective', 'false_positive', 'cleared']
const groups: Record<string, string | undefined> = {
  open: [...open, 'reopened', ...penalty].join(','),
  all: undefined,
  settled: settled.join(','),
  duplicates: 'duplicate',
}

/** 疑似图斑: the headline figure of the district, and what was seen from above or reported, what waits for somebody first. */
export function DetectionsPanel() {
  const t = useT()
  const [chosen, setChosen] = useState('open')
  return (
    <>
      <Headline />
      <ReportDetection />
      <label className="detection-filter">
        <span>{t('detection.filter.name')}</span>
        <select className="input" value={chosen} onChange={({ target }) => setChosen(target.value)}>
          {Object.keys(groups).map((name) => (
            <option key={name} value={name}>
              {t(`detection.filter.${name}`)}
            </option>
          ))}
          {[...open, 'reopened', ...penalty, ...settled].map((status) => (
            <option key={status} value={status}>
              {t(`detection.status.${status}`)}
            </option>
          ))}
        </select>
      </label>
      <Rows status={chosen in groups ? groups[chosen] : chosen} isAll={chosen === 'all'} />
    </>
  )
}

/** The share of detected digs under permit. */
function Headline() {
  const t = useT()
  const { data } = useCovered()
  if (!data) return null
  const { detected, under_permit: under, share_under_permit, share_of_area } = data
  return (
    <p className="detection-headline">
      <b className="number">{percent(share_under_permit)}</b>
      <span>
        {t('detection.share')}
        <small className="muted">
          {detected === 0
            ? t('detection.share_none')
            : t('detection.share_of', { detected, under, area: percent(share_of_area) })}
        </small>
      </span>
    </p>
  )
}

function Rows({ status, isAll }: { status: string | undefined; isAll: boolean }) {
  const t = useT()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDetections(status)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const rows = data.pages.flatMap(({ detections }) => detections)
  if (rows.length === 0)
    return (
      <div className="empty">
        <p>{t(isAll ? 'detection.none' : 'detection.none_such')}</p>
        {isAll && <p className="muted">{t('detection.none_how')}</p>}
      </div>
    )
  return (
    <>
      <p className="list-count muted" role="status">
        {t(hasNextPage ? 'detection.more_than' : 'detection.count', { count: rows.length })}
      </p>
      <ol className="rows">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ol>
      <NextPage {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  )
}

function Row({ row }: { row: DetectionRow }) {
  const t = useT()
  const map = useMap()
  const { session } = useSession()
  const { sel, go } = useAddress()
  const { id, card, centre, status, source, coverage, due_on, due_for, repeats } = row
  const choose = () => {
    if (sel === id && centre.type === 'Point') map?.goTo({ center: centre.coordinates as [number, number] })
    go({ sel: id })
  }
  return (
    <li>
      <button type="button" className="row" data-card={card} aria-current={sel === id || undefined} onClick={choose}>
        <span className="row-title mono">{row.reference}</span>
        {due_on ? (
          <span className="row-due">{dueWords({ due_on }, session.today)}</span>
        ) : (
          <span className="row-due muted">{day(row.observed_on)}</span>
        )}
        <span className="row-note muted">
          {sources.includes(source) ? t(`detection.source.${source}`) : source} · {squareMetres(row.area_m2)}
          {coverage && ` · ${t(`detection.coverage.${coverage}`)} ${percent(row.share_covered)}`}
        </span>
        <span className={`tag ${statusLook(status)}`}>{t(`detection.status.${status}`)}</span>
        <span className="row-basis muted">
          {due_for && `${t(`clock.${due_for}`)} · ${day(due_on)}`}
          {repeats > 0 && `${due_for ? ' · ' : ''}${t('detection.repeats', { count: repeats })}`}
        </span>
      </button>
    </li>
  )
}
