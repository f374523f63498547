import { useEffect, useRef, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { useFilters, useRoleView } from '../shell/filters.ts'
import { layers, overlays } from '../shell/layers.ts'
import { Button } from '../ui/button.tsx'
import { say } from '../ui/toast.tsx'
import { useMap } from './holder.ts'
import { noDigColour, themeColour } from './palette.ts'
import { standingHere } from './standing.ts'

const kinds = ['road_excavation', 'building_works', 'pipeline_works', 'emergency_repair']

/** Zoom, where am I, and what is switched on. */
export function Controls() {
  const t = useT()
  const map = useMap()
  const [isOpen, setOpen] = useState(false)
  const here = async () => {
    const standing = await standingHere()
    if (standing) map?.goTo({ center: [standing.lon, standing.lat], zoom: 16 })
    else say(t('map.no_position'))
  }
  return (
    <div className="controls" role="group" aria-label={t('map.controls')}>
      <Button icon="layers" label={t('map.layers')} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} />
      <Button icon="plus" label={t('map.zoom_in')} onClick={() => map?.zoomBy(1)} />
      <Button icon="minus" label={t('map.zoom_out')} onClick={() => map?.zoomBy(-1)} />
      <Button icon="target" label={t('map.locate')} onClick={() => void here()} />
      {isOpen && <LayerList onClose={() => setOpen(false)} />}
    </div>
  )
}

function LayerList({ onClose }: { onClose: () => void }) {
  const t = useT()
  const filters = useFilters()
  const view = useRoleView()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  const known = [...view.layers, ...view.moreLayers].filter(
    (name) => (name in layers && name !== 'basemap') || overlays.includes(name),
  )
  return (
    <div
      ref={box}
      className="layer-list"
      role="dialog"
      aria-label={t('map.layers')}
      onKeyDown={(event) => event.key === 'Escape' && (event.preventDefault(), onClose())}
    >
      <h2>{t('map.layers')}</h2>
      {known.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={filters.layers.includes(name)}
            onChange={() => filters.toggle('layers', name)}
          />
          {t(`layer.${name}`)}
        </label>
      ))}
      {filters.layers.includes('networks') && <NetworkKey />}
      {filters.layers.includes('no_dig') && <NoDigKey />}
      <h2>{t('legend.kinds')}</h2>
      {kinds.map((kind) => (
        <label key={kind}>
          <input type="checkbox" checked={filters.kinds.includes(kind)} onChange={() => filters.toggle('kind', kind)} />
          {t(`kind.${kind}`)}
        </label>
      ))}
    </div>
  )
}

function NoDigKey() {
  const t = useT()
  return (
    <ul className="network-key" aria-label={t('layer.no_dig')}>
      {noDigColour.map((colour, step) => (
        <li key={colour}>
          <i style={{ background: colour }} aria-hidden="true" /> {t(`restriction.years_left.${step}`)}
        </li>
      ))}
    </ul>
  )
}

function NetworkKey() {
  const t = useT()
  return (
    <ul className="network-key">
      {Object.entries(themeColour).map(([theme, colour]) => (
        <li key={theme}>
          <i style={{ background: colour }} aria-hidden="true" /> {t(`network.${theme}`)}
        </li>
      ))}
    </ul>
  )
}
