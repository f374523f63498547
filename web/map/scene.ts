import type { Language } from '../i18n/index.ts'
import type { Theme } from '../ui/theme.ts'
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification } from './map.ts'
import type { Palette } from './palette.ts'

/** What the map is told to show. It keeps nothing of its own: the same scene is always the same picture. */
export type Scene = {
  theme: Theme
  language: Language
  /** layers switched on, by name */
  layers: readonly string[]
  /** empty = no filter */
  stages: readonly string[]
  cards: readonly string[]
  kinds: readonly string[]
  selected: string | undefined
  basemap: Basemap | undefined
}

/** An operator's own base map, as GET /api/settings/map declares it. */
export type Basemap = {
  kind: 'xyz' | 'pmtiles'
  url: string
  /** declared, never guessed; GCJ-02 lies up to 500 m off and gets a badge */
  datum: string
  attribution: string | null
  /** what a PMTiles archive holds; known when its header has been read */
  tiles?: 'raster' | 'vector'
}

/** Drawing order from the ground up; a layer names its slot and never another layer. */
export const slots = ['ground', 'cover', 'street', 'network', 'area', 'subject', 'point', 'sketch', 'label'] as const
export type Slot = (typeof slots)[number]

/** What a feature under the pointer is, in words for the list and the tooltip. */
export type Picked = { id: string; title: string; subtitle?: string; colour?: string; ring?: string }
export type Properties = Record<string, unknown>

/** One room's contribution to the map. */
export type RoomLayer = {
  sources: (scene: Scene) => Record<string, SourceSpecification>
  draw: (scene: Scene, palette: Palette) => Partial<Record<Slot, LayerSpecification[]>>
  /** ids of its drawn layers that answer a click, and how a feature there is called */
  pick?: { layers: readonly string[]; name: (properties: Properties, scene: Scene) => Picked | undefined }
  /** sources to read again when something changed */
  live?: readonly string[]
}

/** A vector source of our own server, described by its TileJSON. */
export function tiles(name: string): SourceSpecification {
  return { type: 'vector', url: `${location.origin}/tiles/${name}.json`, promoteId: 'id' }
}

/** The scene's filters as one expression over `stage`, `card` and `kind`; `true` when nothing is filtered. */
export function filterOf(scene: Pick<Scene, 'stages' | 'cards' | 'kinds'>): FilterSpecification {
  const parts: ExpressionSpecification[] = []
  if (scene.stages.length > 0) parts.push(isOneOf('stage', scene.stages))
  if (scene.cards.length > 0) parts.push(isOneOf('card', scene.cards))
  if (scene.kinds.length > 0) parts.push(isOneOf('kind', scene.kinds))
  return ['all', ...parts]
}

/** The name of a feature in the page's language. */
export function nameIn(language: Language, zh = 'name', en = 'name_en'): ExpressionSpecification {
  return language === 'en' ? ['coalesce', ['get', en], ['get', zh], ''] : ['coalesce', ['get', zh], ['get', en], '']
}

function isOneOf(property: string, values: readonly string[]): ExpressionSpecification {
  return ['in', ['get', property], ['literal', [...values]]]
}
