import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context as Request } from 'hono'
import type { Context } from '../context.ts'
import type { Env } from '../http/environment.ts'
import { invalid, notFound } from '../http/problem.ts'
import { problems, room } from '../http/router.ts'
import type { Tile } from './cache.ts'
import { eyesOf, type Eyes } from './eyes.ts'
import { findImported, type ImportedLayer } from './imported.ts'
import { layers, type PublishedLayer } from './layers.ts'
import { readAddress } from './tile-bounds.ts'
import { tileJson } from './tile-json.ts'
import { readTile } from './tile.ts'

const tileRoute = createRoute({
  method: 'get',
  path: '/{layer}/{z}/{x}/{y}',
  summary: 'One vector tile of a layer',
  request: {
    params: z.object({ layer: z.string(), z: z.string(), x: z.string(), y: z.string() }),
    query: z.strictObject({
      at: z.iso
        .datetime({ offset: true })
        .optional()
        .openapi({ description: 'Show this instant (RFC 3339) instead of now.' }),
    }),
  },
  responses: {
    200: {
      description: 'Mapbox Vector Tile 2.1',
      content: { 'application/vnd.mapbox-vector-tile': { schema: z.string() } },
    },
    204: { description: 'nothing on this tile' },
    304: { description: 'as you know it' },
    ...problems,
  },
})

/** Vector tiles and their TileJSON, for our own layers and imported ones. y may end in .pbf or .mvt, as some programs want it. */
export const tiles = room()
tiles.openapi(tileRoute, async (c) => {
  const { layer: name, z, x, y } = c.req.valid('param')
  const address = readAddress(z, x, y.replace(/\.(pbf|mvt)$/, ''))
  if (!address)
    throw invalid('tiles/no-such-tile', [
      { pointer: '/y', code: 'tiles/no-such-tile', message: 'z is 0 to 22, x and y are 0 to 2^z - 1' },
    ])
  const layer = await findLayer(c, name)
  const { at } = c.req.valid('query')
  if (at && !layer.parts.every(({ history }) => history)) throw noHistory()
  const eyes = 'key' in layer ? imported : eyesOf(layer.audience, c.var.actor)
  if (!eyes) return c.body(null, 204, headersOf(layer))
  return answer(c, layer, await readTile(c.var.parts, asMap(c), { layer, address, eyes, at }))
})

tiles.openAPIRegistry.registerPath({
  method: 'get',
  path: '/{layer}.json',
  summary: 'TileJSON 3.0.0 of a layer',
  request: { params: z.object({ layer: z.string() }) },
  responses: {
    200: {
      description: 'where its tiles are and what they hold',
      content: { 'application/json': { schema: z.object({}) } },
    },
    ...problems,
  },
})
tiles.get('/:file{[^/]+\\.json}', async (c) => {
  const layer = await findLayer(c, c.req.param('file').slice(0, -'.json'.length))
  const base = c.var.parts.config.PUBLIC_URL ?? new URL(c.req.url).origin
  return c.json(tileJson(layer, base.replace(/\/$/, ''), c.var.locale), 200, headersOf(layer))
})

const noHistory = () =>
  invalid('tiles/no-history', [
    { pointer: '/at', code: 'tiles/no-history', message: 'this layer shows the present only' },
  ])

/** Whoever may see an imported layer sees all of it. */
const imported: Eyes = { name: 'all', staff_codes: [], organisation_id: null }

async function findLayer(c: Request<Env>, name: string): Promise<PublishedLayer | ImportedLayer> {
  const layer = layers.get(name) ?? (await asMap(c)((ctx) => findImported(ctx, name, c.var.parts.config.DISTRICT_CODE)))
  if (!layer) throw notFound('tiles')
  return layer
}

const asMap =
  (c: Request<Env>) =>
  <T>(work: (ctx: Context) => Promise<T>) =>
    c.var.run(work, { as: 'dongtu_map' })

/** Only what everyone sees may lie in a shared cache; the rest is asked for again each time, and a 304 costs nothing. */
function headersOf({ audience, max_age_seconds }: PublishedLayer): Record<string, string> {
  return audience === 'everyone'
    ? { 'cache-control': `public, max-age=${max_age_seconds}`, vary: 'accept-encoding' }
    : { 'cache-control': 'private, no-cache', vary: 'accept-encoding, authorization, cookie' }
}

const decompress = promisify(gunzip)

async function answer(c: Request<Env>, layer: PublishedLayer, tile: Tile): Promise<Response> {
  const headers = { ...headersOf(layer), etag: tile.etag }
  if (isKnown(c.req.header('if-none-match'), tile.etag)) return c.body(null, 304, headers)
  if (!tile.gzip) return c.body(null, 204, headers)
  const acceptsGzip = /(^|[\s,])(gzip|\*)(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(c.req.header('accept-encoding') ?? '')
  const body = acceptsGzip ? tile.gzip : await decompress(tile.gzip)
  const encoding: Record<string, string> = acceptsGzip ? { 'content-encoding': 'gzip' } : {}
  return c.body(new Uint8Array(body), 200, {
    ...headers,
    ...encoding,
    'content-type': 'application/vnd.mapbox-vector-tile',
  })
}

/** Weak comparison of RFC 9110, section 13.1.2. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => bare(tag) === bare(etag))
}
