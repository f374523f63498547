import { commandsOf, geometryTypes } from './mvt.ts'
import {
  begin,
  end,
  finish,
  newMessage,
  writeDoubleField,
  writeStringField,
  writeVarint,
  writeVarintField,
  type Message,
} from './protobuf.ts'
import { readWkb } from './wkb.ts'

/** One feature: `geom` is WKB in tile units, clipped; of its properties the layer's columns are written. */
export interface TileFeature {
  /** The feature's own number in the tile, when it has one. */
  number?: number
  geom: Uint8Array | null
  properties: Readonly<Record<string, unknown>>
}
export interface TileLayer {
  name: string
  /** The columns that become properties, in this order. */
  columns: readonly string[]
  features: readonly TileFeature[]
}

/** Tile units along one side (MVT 2.1, section 4.1). */
export const extent = 4096

/**
 * Rows to a vector tile (Mapbox Vector Tile Specification 2.1). Features without anything to draw and layers without features are left out;
 * nothing at all gives zero bytes. Null properties are absent; keys and values are written once per layer.
 */
export function encodeTile(layers: readonly TileLayer[]): Uint8Array {
  const tile = newMessage()
  for (const layer of layers) encodeLayer(tile, layer)
  return finish(tile)
}

function encodeLayer(tile: Message, { name, columns, features }: TileLayer): void {
  const start = tile.length
  const mark = begin(tile, 3)
  writeVarintField(tile, 15, 2)
  writeStringField(tile, 1, name)
  const before = tile.length
  const dictionary: Dictionary = { keys: new Map(), values: new Map() }
  for (const feature of features) encodeFeature(tile, dictionary, columns, feature)
  if (tile.length === before) {
    tile.length = start
    return
  }
  for (const key of dictionary.keys.keys()) writeStringField(tile, 3, key)
  for (const value of dictionary.values.keys()) encodeValue(tile, value)
  writeVarintField(tile, 5, extent)
  end(tile, mark)
}

type Value = string | number | boolean
/** Keys and values of a layer with their place in it. */
interface Dictionary {
  keys: Map<string, number>
  values: Map<Value, number>
}

function encodeFeature(tile: Message, dictionary: Dictionary, columns: readonly string[], feature: TileFeature): void {
  const shape = feature.geom && readWkb(feature.geom)
  if (!shape) return
  const commands = commandsOf(shape)
  if (commands.length === 0) return
  const mark = begin(tile, 2)
  if (feature.number !== undefined) writeVarintField(tile, 1, feature.number)
  encodeTags(tile, dictionary, columns, feature.properties)
  writeVarintField(tile, 3, geometryTypes[shape.kind])
  const geometry = begin(tile, 4)
  for (const command of commands) writeVarint(tile, command)
  end(tile, geometry)
  end(tile, mark)
}

function encodeTags(
  tile: Message,
  { keys, values }: Dictionary,
  columns: readonly string[],
  properties: TileFeature['properties'],
): void {
  const start = tile.length
  const mark = begin(tile, 2)
  for (const column of columns) {
    const value = valueOf(properties[column])
    if (value === null) continue
    writeVarint(tile, indexOf(keys, column))
    writeVarint(tile, indexOf(values, value))
  }
  if (tile.length === mark) tile.length = start
  else end(tile, mark)
}

function indexOf<Key>(places: Map<Key, number>, key: Key): number {
  const known = places.get(key)
  if (known !== undefined) return known
  places.set(key, places.size)
  return places.size - 1
}

/** Tiles know texts, numbers and booleans; lists and objects of imported layers travel as JSON text. */
function valueOf(value: unknown): Value | null {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return value === null || value === undefined ? null : JSON.stringify(value)
}

function encodeValue(tile: Message, value: Value): void {
  const mark = begin(tile, 4)
  if (typeof value === 'string') writeStringField(tile, 1, value)
  else if (typeof value === 'boolean') writeVarintField(tile, 7, value ? 1 : 0)
  else if (!Number.isSafeInteger(value)) writeDoubleField(tile, 3, value)
  else if (value >= 0) writeVarintField(tile, 5, value)
  else if (value >= -0x4000_0000) writeVarintField(tile, 6, ((value << 1) ^ -1) >>> 0)
  else writeDoubleField(tile, 3, value)
  end(tile, mark)
}
