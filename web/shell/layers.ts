import { buildings, districts, networks, roads } from '../map/ground.ts'
import { basemap } from '../map/basemap.ts'
import type { RoomLayer } from '../map/scene.ts'
import { projects } from '../projects/layer.ts'
import { sites } from '../projects/sites-layer.ts'
import { no_dig } from '../restrictions/layer.ts'
import { detections } from '../detections/layer.ts'

/** Every layer a person may switch on, by name, in drawing order within a slot: THE place to register one. Its words are `layer.<name>`. */
export const layers: Record<string, RoomLayer> = {
  basemap,
  districts,
  buildings,
  roads,
  no_dig,
  networks,
  detections,
  projects,
  sites,
}

/** Layers that deck.gl draws; its code is fetched when one is first switched on (map/overlay.ts). */
export const overlays = ['density', 'transfers']
