import { HexagonLayer } from '@deck.gl/aggregation-layers'
import type { Layer } from '@deck.gl/core'
import { ArcLayer, ScatterplotLayer } from '@deck.gl/layers'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Theme } from '../ui/theme.ts'
import type { DigMap } from './map.ts'

type LngLat = [number, number]
/** Transfers between a registry and a utility, gathered by street: how many, and whether they are still moving. */
export type Flow = { from: LngLat; to: LngLat; count: number; kind: string; is_open: boolean }

const ramp: [number, number, number][] = [
  [255, 236, 179],
  [255, 204, 102],
  [255, 160, 60],
  [240, 117, 29],
  [208, 66, 32],
  [150, 24, 44],
]
const kindColour: Record<string, [number, number, number]> = {
  water: [26, 143, 227],
  power: [240, 140, 30],
  gas: [217, 79, 176],
}
// low arcs: read as ways, not as towers
const arcHeight = 0.4
const grey: [number, number, number] = [140, 150, 165]

/** deck.gl over the map, for what plain layers cannot show: how densely it is dug, and transfers on their way. */
export class Overlay {
  #map: DigMap
  #deck = new MapLibreOverlay({ interleaved: false, layers: [] })
  #shown: readonly string[]
  #theme: Theme
  #points: LngLat[] = []
  #hexagons: Layer | undefined
  #flows: readonly Flow[] = []
  #stops: (() => void)[] = []
  #frame = 0

  constructor(map: DigMap, shown: readonly string[], theme: Theme) {
    this.#map = map
    this.#shown = shown
    this.#theme = theme
    this.#stops.push(map.addControl(this.#deck as never))
    if (shown.includes('density')) this.#stops.push(map.on('settled', () => this.#read()))
    map.tilt(48)
    if (shown.includes('density')) this.#read()
  }

  /** The transfers to draw; the overlay does not fetch. */
  setFlows(flows: readonly Flow[]): void {
    this.#flows = flows
    cancelAnimationFrame(this.#frame)
    if (this.#shown.includes('transfers') && !matchMedia('(prefers-reduced-motion: reduce)').matches) this.#move()
    else this.#draw(0.5)
  }

  close(): void {
    cancelAnimationFrame(this.#frame)
    for (const stop of this.#stops) stop()
    this.#map.tilt(0)
  }

  /** The digs on screen, from the tiles that are already here. */
  #read(): void {
    const found = this.#map.inView('project_points').map(({ position }) => position as LngLat)
    if (found.length === this.#points.length && found.every(([lng], index) => lng === this.#points[index]![0])) return
    this.#points = found
    this.#hexagons = this.#density()
    this.#draw(0.5)
  }

  #move(): void {
    this.#draw((performance.now() / 2600) % 1)
    this.#frame = requestAnimationFrame(() => this.#move())
  }

  #draw(phase: number): void {
    const layers: Layer[] = []
    if (this.#hexagons) layers.push(this.#hexagons)
    if (this.#shown.includes('transfers')) layers.push(...this.#transfers(phase))
    this.#deck.setProps({ layers })
  }

  #density(): Layer {
    // a cell of about 26 pixels, so that the picture reads the same at every scale
    const { lat, zoom } = this.#map.view()
    const radius = Math.max((26 * 78271.5 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom, 40)
    return new HexagonLayer<LngLat>({
      id: 'density',
      data: this.#points,
      getPosition: (point) => point,
      radius: 2 ** Math.round(Math.log2(radius)),
      coverage: 0.9,
      extruded: true,
      elevationScale: radius / 60,
      colorRange: ramp,
      opacity: this.#theme === 'dark' ? 0.72 : 0.6,
      material: false,
    })
  }

  #transfers(phase: number): Layer[] {
    const colour = ({ kind, is_open }: Flow): [number, number, number] => (is_open ? (kindColour[kind] ?? grey) : grey)
    const moving = this.#flows.filter(({ is_open }) => is_open)
    return [
      new ArcLayer<Flow>({
        id: 'transfers',
        data: this.#flows as Flow[],
        getSourcePosition: ({ from }) => from,
        getTargetPosition: ({ to }) => to,
        getSourceColor: (flow) => [...colour(flow), 60],
        getTargetColor: (flow) => [...colour(flow), 210],
        getWidth: ({ count }) => 1 + Math.min(Math.log2(count + 1) / 2, 4),
        getHeight: arcHeight,
      }),
      new ScatterplotLayer<Flow>({
        id: 'transfers-moving',
        data: moving,
        getPosition: (flow, { index }) => along(flow, (phase + index * 0.37) % 1),
        getFillColor: colour,
        getRadius: 4,
        radiusUnits: 'pixels',
        billboard: true,
        updateTriggers: { getPosition: phase },
      }),
    ]
  }
}

/** A point on deck.gl's arc (half an ellipse, flattened), as lng, lat, metres. */
function along({ from, to }: Flow, share: number): [number, number, number] {
  const east = (to[0] - from[0]) * 111_320 * Math.cos((from[1] * Math.PI) / 180)
  const north = (to[1] - from[1]) * 110_574
  const height = Math.sqrt(share * (1 - share)) * Math.hypot(east, north) * arcHeight
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share, height]
}
