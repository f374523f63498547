import { TerraDraw, TerraDrawCircleMode, TerraDrawLineStringMode, TerraDrawPolygonMode } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { Geometry } from './geojson.ts'
import type { DigMap } from './map.ts'

export type Shape = 'polygon' | 'linestring' | 'circle'

/**
 * Drawing on the map, one shape at a time. `onDrawn` hears the finished shape as lon,lat GeoJSON (a circle as its polygon),
 * and undefined when it was taken back. A click belongs to the drawing until `stop`.
 */
export class Drawing {
  #map: DigMap
  #draw: TerraDraw
  #onDrawn: (geometry: Geometry | undefined) => void

  constructor(map: DigMap, colour: `#${string}`, onDrawn: (geometry: Geometry | undefined) => void) {
    this.#map = map
    this.#onDrawn = onDrawn
    const line = { lineStringColor: colour, lineStringWidth: 2.5 }
    const area = { fillColor: colour, fillOpacity: 0.15, outlineColor: colour, outlineWidth: 2.5 }
    this.#draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map: map.raw, coordinatePrecision: 7 }),
      modes: [
        new TerraDrawPolygonMode({ styles: area, pointerDistance: 20 }),
        new TerraDrawLineStringMode({ styles: line, pointerDistance: 20 }),
        new TerraDrawCircleMode({ styles: area }),
      ],
    })
    this.#draw.start()
    this.#draw.on('finish', (id) => {
      this.#keepOnly(id)
      this.#onDrawn(this.#draw.getSnapshotFeature(id)?.geometry as Geometry | undefined)
    })
  }

  /** Begins a shape; the one before stays until the new one is finished. */
  begin(shape: Shape): void {
    this.#map.setPicking(false)
    this.#draw.setMode(shape)
  }

  /** Takes back the shape that was drawn, or the one that is being drawn. */
  undo(): void {
    this.#draw.clear()
    this.#onDrawn(undefined)
  }

  /** Ends drawing; what was drawn goes from the map (a sketch may show it on). */
  stop(): void {
    this.#draw.stop()
    this.#map.setPicking(true)
  }

  #keepOnly(id: string | number): void {
    const others = this.#draw
      .getSnapshot()
      .flatMap((feature) => (feature.id === id || feature.id === undefined ? [] : [feature.id]))
    if (others.length > 0) this.#draw.removeFeatures(others)
  }
}
