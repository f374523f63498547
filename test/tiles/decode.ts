import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { expect } from 'vitest'
import type { Client } from '../world.ts'
import type { Position } from './wkb-writer.ts'

export interface DecodedFeature {
  id: number | undefined
  type: 'Unknown' | 'Point' | 'LineString' | 'Polygon'
  properties: Record<string, string | number | boolean>
  /** Points, lines or closed rings in tile units. */
  parts: Position[][]
}

/** Every layer of a tile by name, read by the library that browsers read it with. */
export function decodeTile(bytes: Uint8Array): Record<string, DecodedFeature[]> {
  const { layers } = new VectorTile(new PbfReader(bytes))
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, i) => {
        const feature = layer.feature(i)
        const type = (['Unknown', 'Point', 'LineString', 'Polygon'] as const)[feature.type]
        const parts = feature.loadGeometry().map((part) => part.map(({ x, y }): Position => [x, y]))
        return { id: feature.id, type, properties: { ...feature.properties }, parts }
      }),
    ]),
  )
}

/** The signed area of a closed ring, positive when it is clockwise on screen (y down): an outer ring of MVT 2.1. */
export function signedArea(ring: readonly Position[]): number {
  let sum = 0
  for (let i = 0; i + 1 < ring.length; i++) sum += ring[i]![0] * ring[i + 1]![1] - ring[i + 1]![0] * ring[i]![1]
  return sum / 2
}

/** The features of one layer of a tile; none when the tile is empty. */
export async function features(client: Client, url: string, name = url.split('/')[2]!) {
  const answer = await client.raw(url)
  if (answer.status === 204) return []
  expect(answer.status).toBe(200)
  return decodeTile(new Uint8Array(await answer.arrayBuffer()))[name] ?? []
}
