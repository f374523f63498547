import { expect, test } from 'vitest'
import { createTileCache, type Tile } from '../../server/tiles/cache.ts'
import { extent } from '../../server/tiles/encode.ts'
import { frameOf } from '../../server/tiles/tile-bounds.ts'

const tile = (size: number, etag = 'a'): Tile => ({ gzip: new Uint8Array(size), etag })
const key = (z: number, x: number, y: number, { layer = 'projects', audience = 'public' } = {}) => ({
  layer,
  audience,
  address: `${z}/${x}/${y}`,
  box: frameOf({ z, x, y }, 64, extent),
})
const around = (x: number, y: number) => ({ min_x: x, min_y: y, max_x: x, max_y: y })

function cacheOf({ max_bytes = 1_000_000, max_age = 10_000 } = {}) {
  const clock = { wall: 0 }
  const cache = createTileCache({ max_bytes, max_age_ms: max_age, wall: () => clock.wall })
  let builds = 0
  const get = (at: ReturnType<typeof key>, built: Tile = tile(10)) => cache.get(at, async () => (builds++, built))
  return { cache, clock, get, builds: () => builds }
}

test('a tile is built once and then given from memory, per layer, audience and address', async () => {
  const { get, builds } = cacheOf()
  await get(key(3, 4, 2))
  await get(key(3, 4, 2))
  expect(builds()).toBe(1)
  await get(key(3, 4, 2, { audience: 'staff 510116' }))
  await get(key(3, 4, 2, { layer: 'sites' }))
  await get(key(3, 4, 3))
  expect(builds()).toBe(4)
})

test('many who ask for the same tile at once wait for one build', async () => {
  const { get, builds } = cacheOf()
  const answers = await Promise.all(Array.from({ length: 50 }, () => get(key(3, 4, 2))))
  expect(builds()).toBe(1)
  expect(new Set(answers).size).toBe(1)
})

test('a build that fails fails for those who waited, and the next one tries again', async () => {
  const { cache, get } = cacheOf()
  const failing = () => cache.get(key(1, 0, 0), () => Promise.reject(new Error('no database')))
  await expect(Promise.all([failing(), failing()])).rejects.toThrow('no database')
  await expect(get(key(1, 0, 0))).resolves.toBeDefined()
})

test('memory stays under its limit and the tiles used last stay', async () => {
  const { cache, get, builds } = cacheOf({ max_bytes: 10_000 })
  for (let x = 0; x < 6; x++) {
    await get(key(10, x, 0), tile(1_500))
    await get(key(10, 0, 0), tile(1_500))
  }
  expect(cache.size().bytes).toBeLessThanOrEqual(10_000)
  const before = builds()
  await get(key(10, 0, 0))
  expect(builds()).toBe(before)
  await get(key(10, 1, 0))
  expect(builds()).toBe(before + 1)
})

test('empty tiles count too, so that a walk through empty places cannot fill the memory', async () => {
  const { cache, get } = cacheOf({ max_bytes: 20_000 })
  for (let x = 0; x < 1_000; x++) await get(key(10, x, 5), { gzip: null, etag: '' })
  expect(cache.size().tiles).toBeLessThan(50)
  expect(cache.size().bytes).toBeLessThanOrEqual(20_000)
})

test('a change removes exactly the tiles it touches, their buffers included, of its layer only', async () => {
  const { cache, get, builds } = cacheOf()
  const tiles = [key(14, 100, 100), key(14, 101, 100), key(14, 102, 100), key(6, 0, 0), key(6, 1, 0)]
  for (const each of tiles) await get(each)
  await get(key(14, 101, 100, { layer: 'roads' }))
  const { west, north, scale } = frameOf({ z: 14, x: 101, y: 100 }, 0, extent)
  // 30 units inside the western edge of 14/101/100: inside the 64 units that 14/100/100 shows beyond its own edge
  const touched = cache.forget('projects', around(west + 30 / scale, north - 2_000 / scale))
  expect(touched).toBe(3)
  const before = builds()
  await get(key(14, 102, 100))
  await get(key(6, 1, 0))
  await get(key(14, 101, 100, { layer: 'roads' }))
  expect(builds()).toBe(before)
  for (const each of [key(14, 100, 100), key(14, 101, 100), key(6, 0, 0)]) await get(each)
  expect(builds()).toBe(before + 3)
})

test('a tile that was being built when the change came is not kept', async () => {
  const { cache, get, builds } = cacheOf()
  const at = key(2, 1, 1)
  let finish!: (built: Tile) => void
  const old = cache.get(at, () => new Promise<Tile>((resolve) => (finish = resolve)))
  cache.forget('projects', at.box)
  const renewed = get(at, tile(10, 'new'))
  finish(tile(10, 'old'))
  expect((await old).etag).toBe('old')
  expect((await renewed).etag).toBe('new')
  expect((await get(at, tile(10, 'newer'))).etag).toBe('new')
  expect(builds()).toBe(1)
})

test('without any word of a change a tile is trusted only for its time', async () => {
  const { clock, get, builds } = cacheOf({ max_age: 1_000 })
  await get(key(2, 1, 1))
  clock.wall = 999
  await get(key(2, 1, 1))
  expect(builds()).toBe(1)
  clock.wall = 1_000
  await get(key(2, 1, 1))
  expect(builds()).toBe(2)
})
