import type { LayerSpecification, SourceSpecification, StyleSpecification } from './map.ts'
import { palettes } from './palette.ts'
import { slots, type RoomLayer, type Scene, type Slot } from './scene.ts'

/**
 * The whole style of a scene: land, the operator's base map if there is one, and what each room that is switched on draws, and everybody's sketches.
 * No glyphs: MapLibre 6 then draws all text with the device's fonts, so Chinese needs no download.
 */
export function styleOf(scene: Scene, rooms: Record<string, RoomLayer>): StyleSpecification {
  const palette = palettes[scene.theme]
  const drawn: Record<Slot, LayerSpecification[]> = {
    ground: [],
    cover: [],
    street: [],
    network: [],
    area: [],
    subject: [],
    point: [],
    sketch: [],
    label: [],
  }
  const sources: Record<string, SourceSpecification> = {}
  for (const [name, room] of Object.entries(rooms)) {
    if (!name.startsWith('sketch-') && !scene.layers.includes(name)) continue
    Object.assign(sources, room.sources(scene))
    for (const [slot, layers] of Object.entries(room.draw(scene, palette))) drawn[slot as Slot].push(...layers)
  }
  const land: LayerSpecification = { id: 'land', type: 'background', paint: { 'background-color': palette.land } }
  // an operator's map brings its own ground and streets
  const shown = slots.filter((slot) => !scene.basemap || (slot !== 'cover' && slot !== 'street'))
  return {
    version: 8,
    sources,
    layers: [land, ...shown.flatMap((slot) => drawn[slot])],
    transition: { duration: 180, delay: 0 },
  }
}

/** Layers and sources that tools put on the map by themselves survive a change of scene: theirs start with `td-` or `deck-`. */
export function keepTools(before: StyleSpecification | undefined, next: StyleSpecification): StyleSpecification {
  if (!before) return next
  const isTool = (id: string) => id.startsWith('td-') || id.startsWith('deck-')
  const sources = Object.entries(before.sources).filter(([id]) => isTool(id))
  return {
    ...next,
    sources: { ...next.sources, ...Object.fromEntries(sources) },
    layers: [...next.layers, ...before.layers.filter(({ id }) => isTool(id))],
  }
}
