/// <reference types="vite/client" />
import { AttributionControl, Map as MapLibre, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import type { GeoJSONSource, IControl, MapGeoJSONFeature, PaddingOptions, RequestParameters } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { View } from '../shell/address.ts'
import type { Picked, RoomLayer, Scene } from './scene.ts'
import { sketchLayer, type Sketch } from './sketch.ts'
import { keepTools, styleOf } from './style.ts'

export type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl'
export { addProtocol } from 'maplibre-gl'
export type { MapLibre }

export type Point = { x: number; y: number }
export type Box = [west: number, south: number, east: number, north: number]
type Events = {
  view: View
  pick: { point: Point; lngLat: [number, number]; found: Picked[] }
  hover: { point: Point; found: Picked } | undefined
  moving: undefined
  settled: undefined
}

setWorkerUrl(workerUrl)

/** Owns the one MapLibre map of the page. It is told what to show (`show`), says what people do on it (`on`), and fetches no data but tiles. */
export class DigMap {
  readonly raw: MapLibre
  #rooms: Record<string, RoomLayer>
  #scene: Scene
  #listeners = new Map<keyof Events, Set<(event: never) => void>>()
  #isPicking = true
  #isReady = false
  #isSettled = false
  #settling: ReturnType<typeof setTimeout> | undefined

  constructor(
    container: HTMLElement,
    start: { view: View; scene: Scene; rooms: Record<string, RoomLayer>; label: string },
  ) {
    this.#rooms = start.rooms
    this.#scene = start.scene
    const { lng, lat, zoom } = start.view
    this.raw = new MapLibre({
      container,
      center: [lng, lat],
      zoom,
      minZoom: 4,
      maxZoom: 20,
      style: styleOf(start.scene, this.#rooms),
      attributionControl: false,
      localIdeographFontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
      transformRequest: revalidate,
      pixelRatio: Math.min(devicePixelRatio, 2),
      fadeDuration: 120,
      locale: { 'Map.Title': start.label },
    })
    this.raw.addControl(new AttributionControl({ compact: true }), 'bottom-right')
    this.raw.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-right')
    this.raw.touchZoomRotate.disableRotation()
    this.#wire()
  }

  /** Draws a scene; only what differs from the one before is touched. */
  show(scene: Scene): void {
    if (scene === this.#scene) return
    this.#scene = scene
    this.#draw()
  }

  /** Listens to what happens on the map; answers how to stop. */
  on<E extends keyof Events>(event: E, listener: (happened: Events[E]) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener as never))
    return () => listeners.delete(listener as never)
  }

  view(): View {
    const { lng, lat } = this.raw.getCenter()
    return { lng, lat, zoom: this.raw.getZoom() }
  }

  /** West, south, east, north of what is on screen, not under a panel. */
  box(): Box {
    const bounds = this.raw.getBounds()
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
  }

  /** Moves to a place by a short flight; before the first picture stands there is nothing to fly from, and it begins there. */
  goTo(to: { center: readonly [number, number]; zoom?: number } | { box: Box; maxZoom?: number }): void {
    if ('box' in to) {
      const [west, south, east, north] = to.box
      this.raw.fitBounds(
        [
          [west, south],
          [east, north],
        ],
        { maxZoom: to.maxZoom ?? 17, padding: 48, duration: this.#isSettled ? 700 : 0 },
      )
      return
    }
    this.raw.flyTo({
      center: [...to.center],
      zoom: to.zoom ?? Math.max(this.raw.getZoom(), 15.5),
      duration: this.#isSettled ? 800 : 0,
      maxDuration: 1600,
    })
  }

  /** Sets the view at once: for the back button and for shared links. */
  jump({ lng, lat, zoom }: View): void {
    this.raw.jumpTo({ center: [lng, lat], zoom })
  }

  zoomBy(step: number): void {
    this.raw.easeTo({ zoom: this.raw.getZoom() + step, duration: 200 })
  }

  /** Leans the map, so that heights are seen. */
  tilt(degrees: number): void {
    this.raw.easeTo({ pitch: degrees, duration: 500 })
  }

  /** Keeps what is flown to out from under the panels. */
  pad(padding: PaddingOptions): void {
    this.raw.easeTo({ padding, duration: 0 })
  }

  /** Reads the named sources again from the server; what is on screen stays until the new tiles are here. */
  refresh(sources: readonly string[]): void {
    for (const source of sources) if (this.raw.getSource(source)) this.raw.refreshTiles(source)
  }

  /**
   * Somebody else looks at the map: every tile of our own server is read again, once their layers and filters stand (MapLibre
   * drops a tile's new reading when its drawing changes at the same moment).
   */
  lookAnew(): void {
    void this.raw.once('idle', () => {
      const sources = Object.entries(this.raw.getStyle().sources)
      this.refresh(
        sources.flatMap(([name, source]) =>
          source.type === 'vector' && source.url?.startsWith(location.origin) ? [name] : [],
        ),
      )
    })
    this.raw.triggerRepaint()
  }

  /** Sources of the switched-on layers that follow live changes. */
  liveSources(): string[] {
    return this.#scene.layers.flatMap((name) => this.#rooms[name]?.live ?? [])
  }

  /** Draws somebody's own shapes above the digs: an area, a preview, the hits of a check. `null` takes them away. */
  sketch(name: string, sketch: Sketch | null): void {
    const { [`sketch-${name}`]: _gone, ...others } = this.#rooms
    this.#rooms = sketch ? { ...others, [`sketch-${name}`]: sketchLayer(name, sketch) } : others
    const source = this.raw.getSource(`sketch-${name}`) as GeoJSONSource | undefined
    if (source && sketch) source.setData(sketch.features)
    this.#draw()
  }

  /** Properties of the features of a source that are loaded and lie on screen, each id once. */
  inView(source: string): Record<string, unknown>[] {
    if (!this.raw.getSource(source)) return []
    const bounds = this.raw.getBounds()
    const seen = new Map<unknown, Record<string, unknown>>()
    for (const { properties, geometry } of this.raw.querySourceFeatures(source, { sourceLayer: source })) {
      if (geometry.type === 'Point' && !bounds.contains(geometry.coordinates as [number, number])) continue
      seen.set(
        properties.id,
        geometry.type === 'Point' ? { ...properties, position: geometry.coordinates } : properties,
      )
    }
    return [...seen.values()]
  }

  /** While something is drawn a click belongs to the drawing and selects nothing. */
  setPicking(isOn: boolean): void {
    this.#isPicking = isOn
    this.raw.getCanvas().style.cursor = isOn ? '' : 'crosshair'
  }

  addControl(control: IControl): () => void {
    this.raw.addControl(control)
    return () => this.raw.removeControl(control)
  }

  close(): void {
    clearTimeout(this.#settling)
    this.#listeners.clear()
    this.raw.remove()
  }

  /** A style that is still arriving cannot be compared with the next one: what was asked meanwhile is drawn when it stands. */
  #draw(): void {
    if (this.#isReady) this.raw.setStyle(styleOf(this.#scene, this.#rooms), { diff: true, transformStyle: keepTools })
  }

  #settle(): void {
    this.#isSettled = true
    this.#say('settled', undefined)
  }

  #wire(): void {
    const { raw } = this
    raw.once('style.load', () => {
      this.#isReady = true
      this.#draw()
    })
    raw.on('movestart', () => this.#say('moving', undefined))
    raw.on('moveend', () => this.#say('view', this.view()))
    // not 'idle': while deck.gl moves things over the map it never rests
    const settle = () => {
      clearTimeout(this.#settling)
      this.#settling = setTimeout(() => this.#settle(), 200)
    }
    raw.on('moveend', settle)
    raw.on('sourcedata', settle)
    raw.on('click', ({ point, lngLat }) => {
      if (this.#isPicking) this.#say('pick', { point, lngLat: [lngLat.lng, lngLat.lat], found: this.#at(point, 5) })
    })
    raw.on('mousemove', ({ point }) => {
      if (!this.#isPicking) return
      const [found] = this.#at(point, 2)
      raw.getCanvas().style.cursor = found ? 'pointer' : ''
      this.#say('hover', found ? { point, found } : undefined)
    })
    raw.on('mouseout', () => this.#say('hover', undefined))
    // a missing layer is a fact of the role or of a young installation, not a fault of the page
    raw.on('error', ({ error }) => {
      if (!(error && 'status' in error)) console.warn(error)
    })
  }

  #at({ x, y }: Point, reach: number): Picked[] {
    const rooms = this.#scene.layers.map((name) => this.#rooms[name]).filter((room) => room?.pick)
    const layers = rooms.flatMap((room) => room!.pick!.layers).filter((id) => this.raw.getLayer(id))
    if (layers.length === 0) return []
    const found = this.raw.queryRenderedFeatures(
      [
        [x - reach, y - reach],
        [x + reach, y + reach],
      ],
      { layers },
    )
    const named = new Map<string, Picked>()
    for (const feature of found) {
      const picked = this.#nameOf(feature)
      if (picked && !named.has(picked.id)) named.set(picked.id, picked)
    }
    return [...named.values()]
  }

  #nameOf({ layer, properties }: MapGeoJSONFeature): Picked | undefined {
    const room = Object.values(this.#rooms).find(({ pick }) => pick?.layers.includes(layer.id))
    return room?.pick?.name(properties, this.#scene)
  }

  #say<E extends keyof Events>(event: E, happened: Events[E]): void {
    for (const listener of this.#listeners.get(event) ?? []) (listener as (happened: Events[E]) => void)(happened)
  }
}

/** Our tiles change under the reader: ask the server each time (a 304 costs nothing) instead of trusting an age. */
function revalidate(url: string): RequestParameters {
  return url.startsWith(`${location.origin}/tiles/`) ? { url, cache: 'no-cache', credentials: 'same-origin' } : { url }
}
