import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import type { Queries } from '../db/queries.gen.ts'
import { createTileCache, type Tile, type TileCache } from './cache.ts'
import { watchChanges, type ChangeWatch } from './changes.ts'
import { createDistrictIndex, type DistrictIndex } from './districts.ts'
import { encodeTile, extent, type TileFeature } from './encode.ts'
import type { Eyes } from './eyes.ts'
import type { ImportedLayer } from './imported.ts'
import type { PublishedLayer, TilePart } from './layers.ts'
import { frameOf, type TileAddress, type TileFrame } from './tile-bounds.ts'

/** Units beyond the edge: 8 pixels of a 512-pixel tile, more than half of any line or ring we draw. */
const buffer = 64
const cacheSize_bytes = 64 * 1024 * 1024
/** For what is changed without an event: by an operator's own hand. */
const trustedFor_ms = 60_000

interface Tiles {
  cache: TileCache
  districts: DistrictIndex
  watch: Promise<ChangeWatch>
}

const kept = new WeakMap<Parts, Tiles>()

export interface TileRequest {
  layer: PublishedLayer | ImportedLayer
  address: TileAddress
  eyes: Eyes
  /** The instant to show instead of now; only for layers with a history. */
  at?: string
}

/**
 * One tile with the given eyes: from memory when nothing on it has changed, else read, encoded and compressed once for all who wait.
 * Zooms that the layer does not have are empty. `run` opens the transaction, as the database role that reads maps.
 */
export async function readTile(
  parts: Parts,
  run: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>,
  { layer, address, eyes, at }: TileRequest,
): Promise<Tile> {
  const { cache, districts, watch } = tilesOf(parts)
  await (await watch).settled()
  const frame = frameOf(address, buffer, extent)
  const name = 'key' in layer ? `${layer.key.district_code} ${layer.key.layer_id}` : layer.name
  const key = {
    layer: name,
    audience: eyes.name,
    address: `${address.z}/${address.x}/${address.y} ${at ?? ''}`,
    box: frame,
  }
  return cache.get(key, async () => {
    const shown = layer.parts.filter(
      ({ min_zoom, max_zoom }) => address.z >= Math.max(min_zoom, layer.min_zoom) && address.z <= max_zoom,
    )
    if (shown.length === 0) return empty
    const district_codes = await districts(frame)
    const own = 'key' in layer ? layer.key : {}
    return run(async (ctx) => {
      const today = shanghaiDay(ctx.now)
      const params = { ...frame, ...eyes, ...own, z: address.z, district_codes, today, at }
      const filled = []
      for (const part of shown)
        filled.push({
          name: part.name,
          columns: Object.keys(part.fields),
          features: await featuresOf(ctx, part, params),
        })
      return encodeTile(filled)
    }).then(seal)
  })
}

/** Stops listening for changes, when the server ends. */
export async function closeTiles(parts: Parts): Promise<void> {
  const tiles = kept.get(parts)
  kept.delete(parts)
  await (await tiles?.watch)?.stop()
}

function tilesOf(parts: Parts): Tiles {
  const known = kept.get(parts)
  if (known) return known
  const cache = createTileCache({
    max_bytes: cacheSize_bytes,
    max_age_ms: trustedFor_ms,
    wall: () => parts.clock.wall().getTime(),
  })
  const made = { cache, districts: createDistrictIndex(parts), watch: watchChanges(parts, cache) }
  kept.set(parts, made)
  made.watch.catch(() => kept.delete(parts)) // no database yet: the next request tries again
  return made
}

type TileParams = TileFrame & Eyes & { z: number; district_codes: number[]; today: string; at: string | undefined }

/** The statement takes what it names of the parameters; features of imported layers carry their properties in one column. */
async function featuresOf(ctx: Context, { query, history }: TilePart, params: TileParams): Promise<TileFeature[]> {
  const statement = params.at && history ? history : query
  const rows = await ctx.tx.many(statement, params as unknown as Queries[typeof statement]['params'])
  return rows.map((row) =>
    'properties' in row
      ? { number: row.number, geom: row.geom, properties: row.properties }
      : { geom: row.geom, properties: row },
  )
}

const empty: Tile = { gzip: null, etag: 'W/"empty"' }
const compress = promisify(gzip)

async function seal(mvt: Uint8Array): Promise<Tile> {
  if (mvt.length === 0) return empty
  const etag = `W/"${createHash('sha256').update(mvt).digest('base64url').slice(0, 22)}"`
  return { gzip: await compress(mvt), etag }
}
