import type { GeoJSON } from './geojson.ts'
import type { RoomLayer } from './scene.ts'

export type Sketch = { features: GeoJSON; colour?: string; isDashed?: boolean; wash?: number }

/** A person's own shapes as a layer: areas washed (by so much), lines drawn, points dotted, all in one colour. */
export function sketchLayer(name: string, { features, colour, isDashed, wash = 0.12 }: Sketch): RoomLayer {
  const source = `sketch-${name}`
  return {
    sources: () => ({ [source]: { type: 'geojson', data: features } }),
    draw: (_scene, palette) => {
      const ink = colour ?? palette.accent
      return {
        sketch: [
          {
            id: `${source}-fill`,
            type: 'fill',
            source,
            filter: ['==', ['geometry-type'], 'Polygon'],
            paint: { 'fill-color': ink, 'fill-opacity': wash },
          },
          {
            id: `${source}-line`,
            type: 'line',
            source,
            filter: ['!=', ['geometry-type'], 'Point'],
            paint: { 'line-color': ink, 'line-width': 2.2, ...(isDashed ? { 'line-dasharray': [3, 2] } : {}) },
          },
          {
            id: `${source}-dot`,
            type: 'circle',
            source,
            filter: ['==', ['geometry-type'], 'Point'],
            paint: {
              'circle-color': ink,
              'circle-radius': 5,
              'circle-stroke-color': palette.gap,
              'circle-stroke-width': 1.5,
            },
          },
        ],
      }
    },
  }
}
