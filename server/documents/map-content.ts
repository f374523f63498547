import type { Context } from '../context.ts'
import type { Geometry } from '../geometry/geojson.ts'
import type { MapContent } from './content.ts'
import { extentOf } from './map-extent.ts'

/** What the map extract of a dig is drawn from: its shape, its sites and the roads around, as they are now. */
export async function mapContent(
  ctx: Context,
  dig: { district_code: number; project_id: string; geometry: Geometry },
  heading: string,
): Promise<MapContent> {
  const { west, south, east, north } = extentOf(dig.geometry)
  const roads = await ctx.tx.many('documents/list_roads_around', {
    district_code: dig.district_code,
    west,
    south,
    east,
    north,
  })
  const sites = await ctx.tx.many('documents/list_sites', {
    district_code: dig.district_code,
    project_id: dig.project_id,
  })
  return {
    heading,
    dig: dig.geometry,
    sites: sites.map((site) => ({ ...site, geometry: site.geometry as Geometry })),
    roads: roads
      .map((road) => ({ ...road, geometry: road.geometry as Geometry }))
      .filter(({ geometry }) => geometry.type === 'LineString' || geometry.type === 'MultiLineString'),
  }
}
