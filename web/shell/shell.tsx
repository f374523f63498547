import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { useLanguage, useT } from '../i18n/index.ts'
import { listen } from '../live.ts'
import { isShifted } from '../map/basemap.ts'
import { MapCanvas } from '../map/canvas.tsx'
import { Controls } from '../map/controls.tsx'
import { useMap } from '../map/holder.ts'
import { Legend } from '../map/legend.tsx'
import type { Scene } from '../map/scene.ts'
import { Toasts } from '../ui/toast.tsx'
import { useTheme } from '../ui/theme.ts'
import { useAddress, type View } from './address.ts'
import { useBasemap } from './basemap.ts'
import { Dialog } from './dialogs.tsx'
import { useFilters } from './filters.ts'
import { layers } from './layers.ts'
import { useOverlay } from './overlay.ts'
import { Panel, Subject } from './panel.tsx'
import { panels, subjectOf } from './panels.ts'
import { Rail } from './rail.tsx'
import { useHome } from './home.ts'
import { useSession } from './session.ts'
import './shell.css'
import { TopBar } from './top-bar.tsx'

/** Shuangliu, when nobody says where to begin. */
const start: View = { lng: 103.96, lat: 30.5, zoom: 11.4 }

/** The frame: one map over the whole page, the rail and a panel on the left, the selected subject on the right. */
export function Shell() {
  const t = useT()
  const { panel, sel } = useAddress()
  const scene = useScene()
  const isLeft = panel !== undefined && panel in panels
  const isRight = sel !== undefined && subjectOf(sel) !== undefined
  useHome()
  useLive()
  usePadding(isLeft, isRight)
  useOverlay()

  return (
    <div className="shell" data-panel={isLeft ? '' : undefined} data-subject={isRight ? '' : undefined}>
      <a className="skip" href="#panel">
        {t('app.skip')}
      </a>
      <TopBar />
      <Rail />
      <main className="stage">
        <MapCanvas scene={scene} rooms={layers} start={start} />
        <Panel />
        <Subject />
        {scene.basemap && isShifted(scene.basemap.datum) && (
          <p className="map-badge" role="note">
            {t('map.offset')}
          </p>
        )}
        <Legend />
        <Controls />
      </main>
      <Dialog />
      <Toasts />
    </div>
  )
}

function useScene(): Scene {
  const theme = useTheme()
  const language = useLanguage()
  const { sel } = useAddress()
  const { stages, cards, kinds, layers: shown } = useFilters()
  const basemap = useBasemap()
  const key = JSON.stringify([stages, cards, kinds, shown])
  return useMemo(() => {
    const [stages, cards, kinds, layers] = JSON.parse(key) as [string[], string[], string[], string[]]
    return {
      theme,
      language,
      layers: basemap ? ['basemap', ...layers] : layers,
      stages,
      cards,
      kinds,
      selected: sel,
      basemap,
    }
  }, [theme, language, sel, basemap, key])
}

/** One stream of changes per identity, and a map for its eyes: what the one before could see does not stay on it. */
function useLive() {
  const client = useQueryClient()
  const map = useMap()
  const { session, isKnown } = useSession()
  const who = isKnown ? `${session.role}/${session.name}` : undefined
  const before = useRef(who)
  useEffect(() => (who ? listen(client) : undefined), [client, who])
  useEffect(() => {
    if (!map || !who || who === before.current) return
    if (before.current) map.lookAnew()
    before.current = who
  }, [map, who])
}

function usePadding(isLeft: boolean, isRight: boolean) {
  const map = useMap()
  useEffect(() => map?.pad(paddingOf(isLeft, isRight)), [map, isLeft, isRight])
}

/** In pixels, as shell.css lays the panels out: beside the map on a desk, over its lower part on a phone. */
function paddingOf(isLeft: boolean, isRight: boolean) {
  if (innerWidth <= 820) return { left: 0, right: 0, top: 0, bottom: isLeft || isRight ? innerHeight * 0.55 : 0 }
  const [left, right] = innerWidth <= 1240 ? [348, 400] : [392, 448]
  return { left: isLeft ? left : 0, right: isRight ? right : 0, top: 0, bottom: 40 }
}
