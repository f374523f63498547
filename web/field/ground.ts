import { buildings, districts, roads } from '../map/ground.ts'
import type { RoomLayer, Scene } from '../map/scene.ts'
import { sites } from '../projects/sites-layer.ts'
import { finest } from './tiles.ts'

/** Our own layers that are taken along: they draw a map of the district without any outside map. */
export const groundSources = ['districts', 'basemap', 'roads', 'buildings', 'sites'] as const

/** The layers of the map on the spot, whose tiles end where what was taken along ends. */
export const fieldLayers: Record<string, RoomLayer> = {
  districts: taken(districts),
  buildings: taken(buildings),
  roads: taken(roads),
  sites: taken(sites),
}

function taken({ pick: _pick, live: _live, ...layer }: RoomLayer): RoomLayer {
  return {
    ...layer,
    sources: (scene: Scene) =>
      Object.fromEntries(
        Object.keys(layer.sources(scene)).map((name) => [
          name,
          {
            type: 'vector',
            tiles: [`${location.origin}/tiles/${name}/{z}/{x}/{y}`],
            minzoom: 8,
            maxzoom: finest,
            promoteId: 'id',
          },
        ]),
      ),
  }
}
