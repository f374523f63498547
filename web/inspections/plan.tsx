import { useMemo, useState } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import type { Geometry, Position } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import { standingHere } from '../map/standing.ts'
import { useSketch } from '../map/use-sketch.ts'
import { dueWords } from '../projects/due.ts'
import '../projects/projects.css'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { day, instant, metres } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { useCoverage, useTasks, type Task } from './inspection.ts'
import { lengthOf, roundFrom } from './route.ts'

/** The plan of visits: what is to be seen today and by the end of the month, why, and in which order to go there; how much of the plan was kept. */
export function Plan() {
  const t = useT()
  const [isMissed, setMissed] = useState(false)
  const [start, setStart] = useState<Position>()
  const { data, error, refetch } = useTasks(isMissed ? 'missed' : 'open')
  const round = useMemo(() => (start && data ? roundFrom(start, data.tasks) : (data?.tasks ?? [])), [start, data])
  useRound(start, round)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <Kept />
      <div className="plan-bar">
        <Button size="small" aria-pressed={isMissed} onClick={() => setMissed(!isMissed)}>
          {t('plan.missed_only')}
        </Button>
        <RoundButtons start={start} onStart={setStart} />
        <a className="button small" href="/field">
          {t('fieldwork.open')}
        </a>
        {start && round.length > 0 && (
          <p className="muted" role="status">
            {t('plan.round', { count: round.length, distance: metres(Math.round(lengthOf(start, round))) })}
          </p>
        )}
      </div>
      {round.length === 0 && <p className="empty">{t(isMissed ? 'plan.none_missed' : 'plan.none')}</p>}
      <ol className="rows">
        {round.map((task, i) => (
          <TaskItem key={`${task.project_id} ${task.reason} ${task.due_on}`} task={task} number={start && i + 1} />
        ))}
      </ol>
      {data.total > round.length && <p className="muted">{t('plan.more', { count: data.total - round.length })}</p>}
    </>
  )
}

/** How much of this month's plan was kept so far. */
function Kept() {
  const t = useT()
  const { data } = useCoverage()
  if (!data) return null
  const { done, missed, open, share } = data
  const percent = share === null ? null : Math.round(share * 100)
  return (
    <div className="plan-kept">
      <p>
        {t('plan.kept', { done, due: done + missed, open })} {percent !== null && <b className="number">{percent} %</b>}
      </p>
      {percent !== null && <meter aria-label={t('plan.coverage')} min={0} max={100} value={percent} />}
    </div>
  )
}

/** The order to go in: from where the device is, or from the middle of the map where it does not say. */
function RoundButtons({ start, onStart }: { start: Position | undefined; onStart: (start?: Position) => void }) {
  const t = useT()
  const map = useMap()
  const begin = async () => {
    const here = await standingHere(60_000)
    if (here) return onStart([here.lon, here.lat])
    const [west, south, east, north] = map!.box()
    onStart([(west + east) / 2, (south + north) / 2])
  }
  return (
    <Button
      size="small"
      icon="pin"
      aria-pressed={start !== undefined}
      disabled={!map}
      onClick={() => (start ? onStart(undefined) : void begin())}
    >
      {t('plan.by_round')}
    </Button>
  )
}

function TaskItem({ task, number }: { task: Task; number: number | undefined }) {
  const t = useT()
  const language = useLanguage()
  const { session } = useSession()
  const { sel, go } = useAddress()
  return (
    <li>
      <button
        type="button"
        className="row"
        data-card={task.card}
        aria-current={sel === task.project_id || undefined}
        onClick={() => go({ sel: task.project_id })}
      >
        <span className="row-title">
          {number && <span className="number">{number}. </span>}
          {pick(language, task.name, task.name_en)}
        </span>
        <span className="row-due">{dueWords(task, session.today)}</span>
        <span className="row-note muted">
          <span className="mono">{task.reference}</span> · {pick(language, task.town_zh ?? '', task.town_en)}
        </span>
        <span className="tag">{t(`plan.reason.${task.reason}`)}</span>
        <span className="row-basis muted">
          {task.seen_at ? t('plan.seen', { at: instant(task.seen_at, language) }) : t('plan.never_seen')}
          {task.risk !== null && ` · ${t('plan.risk', { weight: Number(task.risk.toFixed(1)) })}`} ·{' '}
          {t('plan.due', { day: day(task.due_on) })}
        </span>
      </button>
    </li>
  )
}

/** What is planned as dots on the map, and the round as a line through them. */
function useRound(start: Position | undefined, round: readonly Task[]): void {
  const points = round.map(({ center }): Geometry => ({ type: 'Point', coordinates: center }))
  const way: Geometry[] =
    start && round.length > 0
      ? [{ type: 'LineString', coordinates: [start, ...round.map(({ center }) => center)] }]
      : []
  useSketch('plan', [...way, ...points])
}
