import { useEffect, useRef, useState } from 'react'
import { t, useT } from '../i18n/index.ts'
import { onChange } from '../live.ts'
import { parseView, useAddress, writeView, type View } from '../shell/address.ts'
import { holdMap, useMap } from './holder.ts'
import { Hover } from './hover.tsx'
import type { RoomLayer, Scene } from './scene.ts'
import { Select } from './select.tsx'
import './map.css'

type Props = { scene: Scene; rooms: Record<string, RoomLayer>; start: View }

/** The full-bleed map: stands once, follows the scene and the address, and tells the address where it was moved. */
export function MapCanvas({ scene, rooms, start }: Props) {
  const container = useRef<HTMLDivElement>(null)
  const address = useAddress()
  const t = useT()
  const [isBroken, setBroken] = useState(false)
  const map = useMap()
  useStand(container, { scene, rooms, start: parseView(address.map) ?? start }, setBroken)
  useAddressOfView(address)
  useEffect(() => map?.show(scene), [map, scene])
  useEffect(() => (map ? onChange(() => map.refresh(map.liveSources())) : undefined), [map])

  return (
    <div className="map">
      <div ref={container} className="map-canvas" />
      {isBroken && (
        <p className="map-broken" role="alert">
          {t('map.no_webgl')}
        </p>
      )}
      <Hover />
      <Select />
    </div>
  )
}

/** Builds the map as soon as its code is here; takes it down with the page. */
function useStand(
  container: React.RefObject<HTMLDivElement | null>,
  start: Props,
  onBroken: (isBroken: boolean) => void,
) {
  const first = useRef(start)
  useEffect(() => {
    let isGone = false
    let close = () => {}
    void import('./map.ts').then(({ DigMap }) => {
      if (isGone || !container.current) return
      try {
        const { scene, rooms, start: view } = first.current
        const map = new DigMap(container.current, { view, scene, rooms, label: t('map.title') })
        holdMap(map)
        close = () => map.close()
      } catch (error) {
        console.warn(error)
        onBroken(true)
      }
    })
    return () => {
      isGone = true
      holdMap(undefined)
      close()
    }
  }, [container, onBroken])
}

/** The view goes to the address without a step in the history; an address that came from elsewhere moves the map. */
function useAddressOfView({ map: written, go }: ReturnType<typeof useAddress>) {
  const map = useMap()
  const own = useRef(written)
  useEffect(
    () =>
      map?.on('view', (view) => {
        own.current = writeView(view)
        go({ map: own.current }, { replace: true })
      }),
    [map, go],
  )
  useEffect(() => {
    const view = parseView(written)
    if (!map || !view || written === own.current) return
    own.current = written
    map.jump(view)
  }, [map, written])
}
