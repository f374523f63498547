import { useMemo } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import type { Geometry, Position } from '../map/geojson.ts'
import { useSketch } from '../map/use-sketch.ts'
import { lengthOf, roundFrom } from '../inspections/route.ts'
import { dueWords } from '../projects/due.ts'
import '../projects/projects.css'
import { metres } from '../ui/format.ts'
import type { Kept, Taken } from './kept.ts'

type Props = { taken: Taken; kept: readonly Kept[]; start: Position | undefined; onOpen: (project_id: string) => void }

/** The digs of the day in the order to go, as the crow flies from where the device is; those with something to put right that are not planned come after. */
export function Round({ taken: { pack }, kept, start, onOpen }: Props) {
  const t = useT()
  const language = useLanguage()
  const places = useMemo(() => {
    // a dig is gone to once, for its most pressing reason
    const first = new Map(pack.tasks.toReversed().map((task) => [task.project_id, task]))
    const planned = [...first.values()].toReversed()
    return roundFrom(start ?? planned[0]?.center ?? [0, 0], planned)
  }, [pack, start])
  const planned = new Set(places.map(({ project_id }) => project_id))
  const others = pack.digs.filter(({ id }) => !planned.has(id))
  const done = new Set(kept.flatMap(({ state, reference }) => (state === 'draft' ? [] : [reference])))
  const points = places.map(({ center }): Geometry => ({ type: 'Point', coordinates: center }))
  const from = start ?? places[0]?.center
  useSketch('round', [
    ...(from && places.length > 1
      ? [{ type: 'LineString' as const, coordinates: [from, ...places.map(({ center }) => center)] }]
      : []),
    ...points,
  ])
  if (places.length + others.length === 0) return <p className="empty">{t('fieldwork.nothing')}</p>
  return (
    <>
      {from && places.length > 0 && (
        <p className="muted">
          {t('plan.round', { count: places.length, distance: metres(Math.round(lengthOf(from, places))) })}
        </p>
      )}
      <ol className="rows fieldwork-rows">
        {places.map((task, i) => (
          <li key={task.project_id}>
            <button type="button" className="row" data-card={task.card} onClick={() => onOpen(task.project_id)}>
              <span className="row-title">
                <span className="number">{i + 1}. </span>
                {pick(language, task.name, task.name_en)}
              </span>
              <span className="row-due">
                {done.has(task.reference) ? t('fieldwork.seen') : dueWords(task, pack.today)}
              </span>
              <span className="row-note muted">
                <span className="mono">{task.reference}</span> · {pick(language, task.town_zh ?? '', task.town_en)}
              </span>
              <span className="tag">{t(`plan.reason.${task.reason}`)}</span>
            </button>
          </li>
        ))}
        {others.map((dig) => (
          <li key={dig.id}>
            <button type="button" className="row" data-card={dig.card} onClick={() => onOpen(dig.id)}>
              <span className="row-title">{pick(language, dig.name, dig.name_en)}</span>
              <span className="row-due">{done.has(dig.reference) ? t('fieldwork.seen') : ''}</span>
              <span className="row-note muted">
                <span className="mono">{dig.reference}</span> · {pick(language, dig.town_zh ?? '', dig.town_en)}
              </span>
              <span className="tag">{t('fieldwork.to_put_right')}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}
