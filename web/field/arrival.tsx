import { useEffect, useRef, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { metresTo } from '../inspections/distance.ts'
import { Distance } from '../inspections/position.tsx'
import type { Geometry } from '../map/geojson.ts'
import { standingHere, type Standing } from '../map/standing.ts'
import { Button } from '../ui/button.tsx'
import { timeOfDay } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import type { Draft, Taken } from './kept.ts'
import { businessNow } from './use-field.ts'

type Props = { place: Geometry; taken: Taken; draft: Draft; onChange: (over: Partial<Draft>) => void }

/** When the inspector is there: noted by itself near the site, by hand elsewhere, with how far that is (a warning, never a bar). */
export function Arrival({ place, taken, draft, onChange }: Props) {
  const t = useT()
  const { standing, started_at } = draft
  const [isLost, setLost] = useState(false)
  const near_m = taken.pack.limits.start_within_m
  const stand = (here: Standing | null, isByHand: boolean) => {
    setLost(here === null)
    const near = here !== null && metresTo([here.lon, here.lat], place) <= near_m
    onChange({ ...(here ? { standing: here } : {}), ...(near || isByHand ? { started_at: businessNow(taken) } : {}) })
  }
  // asked once, when the sheet is opened
  const ask = useRef(() => {
    if (!started_at) void standingHere(10_000).then((here) => here && stand(here, false))
  })
  useEffect(() => ask.current(), [])
  return (
    <fieldset className="visit-group">
      <legend>{t('fieldwork.arrival')}</legend>
      {started_at ? (
        <p className="tag green" role="status">
          <Icon name="check" size={15} /> {t('fieldwork.arrived', { at: timeOfDay(started_at) })}
        </p>
      ) : (
        <Button icon="target" onClick={() => void standingHere().then((here) => stand(here, true))}>
          {t('fieldwork.arrive')}
        </Button>
      )}
      {standing && <Distance standing={standing} place={place} />}
      {isLost && <small className="muted">{t('fieldwork.no_position')}</small>}
    </fieldset>
  )
}
