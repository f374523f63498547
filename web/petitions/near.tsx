import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { get } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { PositionField } from '../inspections/position.tsx'
import '../inspections/inspections.css'
import '../operations/operations.css'
import type { Geometry } from '../map/geojson.ts'
import type { Standing } from '../map/standing.ts'
import { useSketch } from '../map/use-sketch.ts'
import { useAddress } from '../shell/address.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { DigNear } from './near-dig.tsx'
import { placeOf, type Near } from './petition.ts'
import './petitions.css'
import { PlaceSearch } from './place-search.tsx'
import { PublicFigures } from './public-figures.tsx'

const radii = [200, 500, 1000]

/** 附近在挖什么: what is being dug around a place, or soon will be, for anybody; from here one reports or asks for something. The place is in the address. */
export function NearMe() {
  const t = useT()
  const { at, go } = useAddress()
  const [radius_m, setRadius] = useState(500)
  const place = placeOf(at)
  const [accuracy, setAccuracy] = useState<number>()
  const stand = useCallback(
    ({ lon, lat, accuracy_m }: Standing) => {
      setAccuracy(accuracy_m)
      void go({ at: `${lon.toFixed(6)},${lat.toFixed(6)}` }, { replace: true })
    },
    [go],
  )
  const standing = place && { ...place, ...(accuracy === undefined ? {} : { accuracy_m: accuracy }) }
  useSketch('near', place ? [ring(place, radius_m)] : [], { isGoneTo: true, isDashed: true, wash: 0.06 })
  return (
    <div className="near">
      <p className="muted">{t('near.how')}</p>
      <PositionField place={undefined} standing={standing} onStand={stand} />
      <PlaceSearch onPlace={stand} />
      <fieldset className="near-radius">
        <legend>{t('near.radius')}</legend>
        {radii.map((metres) => (
          <label key={metres}>
            <input type="radio" name="radius" checked={radius_m === metres} onChange={() => setRadius(metres)} />{' '}
            {metres} m
          </label>
        ))}
      </fieldset>
      {place ? <Digs {...place} radius_m={radius_m} /> : <p className="muted">{t('near.place_first')}</p>}
      <div className="operations-row">
        <Button icon="eye" onClick={() => go({ panel: 'report' })}>
          {t('near.report')}
        </Button>
        <Button icon="file" onClick={() => go({ panel: 'petition', about: undefined })}>
          {t('near.ask_here')}
        </Button>
      </div>
      <PublicFigures />
    </div>
  )
}

function Digs(query: { lon: number; lat: number; radius_m: number }) {
  const t = useT()
  const { data, error, refetch } = useQuery({
    queryKey: ['near', 'list', query],
    queryFn: ({ signal }) => get<Near>('/api/public/digs-near', query, signal),
    placeholderData: (before) => before,
  })
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <section aria-label={t('near.list')}>
      <h2 role="status">
        {t('near.list')} <small className="muted">{t('near.count', { count: data.digs.length })}</small>
      </h2>
      {data.digs.length === 0 && (
        <div className="empty">
          <p>{t('near.none')}</p>
          <p className="muted">{t('near.none_how')}</p>
        </div>
      )}
      <ol className="near-digs">
        {data.digs.map((dig) => (
          <DigNear key={dig.id} dig={dig} as_of={data.as_of} />
        ))}
      </ol>
    </section>
  )
}

/** A circle of so many metres for the eye; what lies within is the server's to say. */
function ring({ lon, lat }: { lon: number; lat: number }, metres: number): Geometry {
  const [dx, dy] = [metres / (111_320 * Math.cos((lat * Math.PI) / 180)), metres / 110_574]
  const points = Array.from({ length: 49 }, (_, i) => {
    const turn = (i / 48) * 2 * Math.PI
    return [lon + dx * Math.cos(turn), lat + dy * Math.sin(turn)] as [number, number]
  })
  return { type: 'Polygon', coordinates: [points] }
}
