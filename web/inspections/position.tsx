import { useEffect, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { collect, type Geometry } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import { standingHere, type Standing } from '../map/standing.ts'
import { Button } from '../ui/button.tsx'
import { metres } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { doubtful_m, metresTo } from './distance.ts'

type Props = {
  /** the site (else the dig) that is visited */
  place: Geometry | undefined
  standing: Standing | undefined
  onStand: (standing: Standing) => void
}

/** Where the inspector stands: asked of the device, or shown on the map; with how far that is from the site. */
export function PositionField({ place, standing, onStand }: Props) {
  const t = useT()
  const map = useMap()
  const [isPointing, setPointing] = useState(false)
  const [isRefused, setRefused] = useState(false)
  useEffect(() => {
    if (!map || !isPointing) return
    map.setPicking(false)
    const take = ({ lngLat }: { lngLat: { lng: number; lat: number } }) => {
      onStand({ lon: Number(lngLat.lng.toFixed(7)), lat: Number(lngLat.lat.toFixed(7)) })
      setPointing(false)
    }
    map.raw.once('click', take)
    return () => {
      map.raw.off('click', take)
      map.setPicking(true)
    }
  }, [map, isPointing, onStand])
  useEffect(() => {
    if (!map || !standing) return
    const { lon, lat } = standing
    map.sketch('standing', { features: collect([{ type: 'Point', coordinates: [lon, lat] }]), colour: '#d6336c' })
    return () => map.sketch('standing', null)
  }, [map, standing])
  const locate = async () => {
    const here = await standingHere()
    setRefused(here === null)
    if (here) onStand(here)
  }
  return (
    <fieldset className="visit-group">
      <legend>{t('field.position')}</legend>
      <div className="operations-row">
        <Button size="small" icon="target" onClick={() => void locate()}>
          {t('inspection.locate')}
        </Button>
        <Button
          size="small"
          icon="pin"
          disabled={!map}
          aria-pressed={isPointing}
          onClick={() => setPointing(!isPointing)}
        >
          {t('inspection.point')}
        </Button>
      </div>
      {isPointing && <small className="hint">{t('inspection.point_how')}</small>}
      {isRefused && <small className="wrong">{t('inspection.no_position')}</small>}
      {standing && <Distance standing={standing} place={place} />}
    </fieldset>
  )
}

/** How far somebody stands from the site, with a warning where that is doubtful. */
export function Distance({ standing, place }: { standing: Standing; place: Geometry | undefined }) {
  const t = useT()
  const { lon, lat, accuracy_m } = standing
  const away = place && metresTo([lon, lat], place)
  const isFar = away !== undefined && away > doubtful_m
  return (
    <p className={isFar ? 'inspection-warning' : 'muted'} role="status">
      {isFar && <Icon name="alert" size={15} />}{' '}
      {away !== undefined && t('inspection.away', { distance: metres(Math.round(away)) })}
      {isFar && ` · ${t('inspection.too_far', { limit: metres(doubtful_m) })}`}{' '}
      <span className="mono">
        {lon.toFixed(5)}, {lat.toFixed(5)}
        {accuracy_m !== undefined && ` ±${accuracy_m} m`}
      </span>
    </p>
  )
}
