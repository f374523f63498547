import type { SourceSpecification } from './map.ts'
import type { RoomLayer } from './scene.ts'

/** The operator's own base map under everything of ours (GET /api/settings/map); nothing when none is set. PMTiles archives are raster ones. */
export const basemap: RoomLayer = {
  sources: ({ basemap }): Record<string, SourceSpecification> => {
    if (!basemap) return {}
    const url = new URL(basemap.url, location.origin).href.replace(/%7B/gi, '{').replace(/%7D/gi, '}')
    const where = basemap.kind === 'xyz' ? { tiles: [url] } : { url: `pmtiles://${url}` }
    return { 'operator-map': { type: 'raster', tileSize: 256, attribution: basemap.attribution, ...where } }
  },
  draw: ({ basemap, theme }) =>
    basemap
      ? {
          ground: [
            {
              id: 'operator-map',
              type: 'raster',
              source: 'operator-map',
              paint:
                theme === 'dark'
                  ? { 'raster-brightness-max': 0.55, 'raster-saturation': -0.5 }
                  : { 'raster-saturation': -0.25 },
            },
          ],
        }
      : {},
}
