import { useQuery } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'
import { get } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { DrawBar } from '../map/draw-bar.tsx'
import { useMap } from '../map/holder.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { areaOfDrawing } from './area-text.ts'
import type { useQuestion } from './question.ts'

type Props = { asked: ReturnType<typeof useQuestion> }
type Division = { code: string; level: string; name_zh: string; name_en: string; has_outline: boolean }

/** The ground: drawn, a street or town, a road by its name, or a circle around the middle of the map (for who does not draw). */
export function Where({ asked }: Props) {
  const t = useT()
  const { area } = asked.question
  const { setArea } = asked
  return (
    <Section
      title={t('areas.where')}
      aside={
        area && (
          <Button size="small" look="quiet" onClick={() => setArea(undefined)}>
            {t('areas.clear')}
          </Button>
        )
      }
    >
      <div className="areas-where">
        <DrawBar
          shapes={['circle', 'polygon', 'linestring']}
          isOnce
          onDrawn={(geometry, shape) => {
            const drawn = geometry && areaOfDrawing(geometry, shape === 'circle', 0)
            if (drawn) setArea(drawn)
          }}
        />
        <DivisionPick asked={asked} />
        <RoadPick asked={asked} />
        <Widen asked={asked} key={area ? `${area.kind}${area.buffer_m}` : 'none'} />
      </div>
    </Section>
  )
}

function DivisionPick({ asked }: Props) {
  const t = useT()
  const language = useLanguage()
  const { area } = asked.question
  const { data } = useQuery({
    queryKey: ['areas', 'admin'],
    queryFn: async ({ signal }) =>
      (await get<{ divisions: Division[] }>('/api/areas/admin', undefined, signal)).divisions,
    staleTime: 600_000,
  })
  const divisions = (data ?? []).filter(({ has_outline, level }) => has_outline && level !== 'village')
  return (
    <label className="field">
      <span>{t('areas.division')}</span>
      <select
        className="input"
        value={area?.kind === 'admin' ? area.value : ''}
        onChange={({ target }) =>
          asked.setArea(target.value ? { kind: 'admin', value: target.value, buffer_m: 0 } : undefined)
        }
      >
        <option value="">—</option>
        {divisions.map(({ code, name_zh, name_en }) => (
          <option key={code} value={code}>
            {pick(language, name_zh, name_en)}
          </option>
        ))}
      </select>
    </label>
  )
}

function RoadPick({ asked }: Props) {
  const t = useT()
  const language = useLanguage()
  const map = useMap()
  const list = useId()
  const { area } = asked.question
  const [seen, setSeen] = useState<string[]>([])
  const value = area?.kind === 'road' ? area.value : ''
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('road') ?? '').trim()
    if (name) asked.setArea({ kind: 'road', value: name, buffer_m: 0 })
  }
  // names to choose from are those of the roads on screen
  const look = () => {
    const names = map?.inView('roads').map((road) => pick(language, road.name as string, road.name_en as string))
    setSeen([...new Set(names)].filter(Boolean).toSorted())
  }
  return (
    <form className="areas-road" onSubmit={submit}>
      <label className="field">
        <span>{t('areas.road')}</span>
        <input
          key={value}
          className="input"
          name="road"
          list={list}
          defaultValue={value}
          autoComplete="off"
          onFocus={look}
        />
      </label>
      <datalist id={list}>
        {seen.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Button type="submit">{t('areas.take')}</Button>
    </form>
  )
}

/** Metres: of a circle its radius, of anything else how far it is widened. Without an area it makes a circle where the map stands. */
function Widen({ asked }: Props) {
  const t = useT()
  const map = useMap()
  const { area } = asked.question
  const isCircle = !area || area.kind === 'circle'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const buffer_m = Number(new FormData(event.currentTarget).get('metres'))
    if (area) asked.setArea({ ...area, buffer_m })
    else if (map) {
      const { lng, lat } = map.view()
      asked.setArea({ kind: 'circle', centre: [lng, lat], buffer_m })
    }
  }
  return (
    <form className="areas-road" onSubmit={submit}>
      <label className="field">
        <span>{t(isCircle ? 'areas.radius' : 'areas.widen')}</span>
        <input
          className="input"
          type="number"
          name="metres"
          min={isCircle || area.kind === 'line' ? 1 : 0}
          max={10000}
          step={1}
          required
          defaultValue={area?.buffer_m ?? 200}
        />
      </label>
      <Button type="submit" disabled={!map}>
        {t(area ? 'areas.apply' : 'areas.around')}
      </Button>
    </form>
  )
}
