import type { FilterSpecification, LayerSpecification, SourceSpecification } from './map.ts'
import type { Palette } from './palette.ts'
import type { RoomLayer } from './scene.ts'

/** The operator's own base map under everything of ours (GET /api/settings/map); nothing when none is set. */
export const basemap: RoomLayer = {
  sources: ({ basemap }): Record<string, SourceSpecification> => {
    if (!basemap) return {}
    const url = new URL(basemap.url, location.origin).href.replace(/%7B/gi, '{').replace(/%7D/gi, '}')
    const where = basemap.kind === 'xyz' ? { tiles: [url] } : { url: `pmtiles://${url}` }
    const credit = basemap.attribution ? { attribution: basemap.attribution } : {}
    const isVector = basemap.tiles === 'vector'
    return {
      operator: isVector
        ? { type: 'vector', ...where, ...credit }
        : { type: 'raster', tileSize: 256, ...where, ...credit },
    }
  },
  draw: ({ basemap, theme }, palette) => {
    if (!basemap) return {}
    if (basemap.tiles === 'vector') return { ground: vectorLayers(palette) }
    const paint =
      theme === 'dark' ? { 'raster-brightness-max': 0.55, 'raster-saturation': -0.5 } : { 'raster-saturation': -0.25 }
    return { ground: [{ id: 'operator', type: 'raster', source: 'operator', paint }] }
  },
}

const kinds = [
  'park',
  'forest',
  'wood',
  'grass',
  'meadow',
  'nature_reserve',
  'national_park',
  'garden',
  'cemetery',
  'golf_course',
]
// archives before Protomaps version 4 say pmap:kind, OpenMapTiles says class
const isGreen: FilterSpecification = [
  'in',
  ['coalesce', ['get', 'kind'], ['get', 'pmap:kind'], ['get', 'class'], ''],
  ['literal', kinds],
]

/** The layers that Protomaps, OpenMapTiles and Shortbread archives name alike enough; what an archive lacks draws nothing. */
function vectorLayers(palette: Palette): LayerSpecification[] {
  const fill = (layer: string, colour: string): LayerSpecification => ({
    id: `operator-${layer}`,
    type: 'fill',
    source: 'operator',
    'source-layer': layer,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': colour },
  })
  const line = (layer: string): LayerSpecification => ({
    id: `operator-${layer}`,
    type: 'line',
    source: 'operator',
    'source-layer': layer,
    minzoom: 8,
    paint: {
      'line-color': palette.road,
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 9, 0.5, 14, 2, 18, 10],
    },
  })
  return [
    fill('earth', palette.land),
    { ...fill('landuse', palette.green), filter: isGreen } as LayerSpecification,
    fill('water', palette.water),
    fill('buildings', palette.building),
    line('roads'),
  ]
}

/** GCJ-02, however it is spelt: drawn as it comes, with a warning, because a shifted picture cannot be straightened tile by tile. */
export function isShifted(datum: string): boolean {
  return /gcj|bd-?09|mars/i.test(datum)
}
