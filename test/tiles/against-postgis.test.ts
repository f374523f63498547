import { expect, test } from 'vitest'
import { externalUrl } from '../database.ts'
import { world, type World } from '../world.ts'
import { decodeTile, signedArea, type DecodedFeature } from './decode.ts'
import { insertDig, path, tileOf, zoomTo } from './ground.ts'
import { digsAround } from './scatter.ts'
import type { TileAddress } from '../../server/tiles/tile-bounds.ts'

/** PGlite's PostGIS is built without protobuf-c: there this comparison cannot be made, and is shown as skipped. */
const onPostgis = test.skipIf(!externalUrl)

/** What PostGIS itself would put on the tile, from the same rows. */
async function byPostgis(w: World, { z, x, y }: TileAddress): Promise<DecodedFeature[]> {
  const [row] = await w.look(({ tx }) =>
    tx.raw<{ mvt: Uint8Array }>(
      `with f as materialized (
         select 'prj_' || district_code || '_' || id as id, stage, st_asmvtgeom(geom_3857, st_tileenvelope($2, $3, $4)::box2d, 4096, 64) as g
           from dig_project where district_code = $1 and is_public and geom_3857 && st_tileenvelope($2, $3, $4, margin => 64 / 4096.0))
       select st_asmvt(f, 'projects', 4096, 'g') as mvt from f where g is not null`,
      [w.district_code, z, x, y],
    ),
  )
  return decodeTile(row!.mvt).projects ?? []
}

async function byUs(w: World, tile: TileAddress): Promise<DecodedFeature[]> {
  const answer = await w.as(null).raw(path('projects', tile))
  if (answer.status === 204) return []
  return decodeTile(new Uint8Array(await answer.arrayBuffer())).projects ?? []
}

const areaOf = ({ parts }: DecodedFeature) => parts.reduce((sum, ring) => sum + signedArea(ring), 0)
const byId = (features: DecodedFeature[]) =>
  new Map(features.map((feature) => [feature.properties.id as string, feature]))

onPostgis('ST_AsMVT gives the same features with the same shapes, except those under a unit', async () => {
  const w = await world()
  const tile = tileOf(w)
  for (const geometry of digsAround(tile, { count: 300, seed: 7 })) await insertDig(w, { geometry })
  for (const z of [9, 11, 12, 13, 14, 15, 16, 17]) {
    const address = zoomTo(tile, z)
    const theirs = byId(await byPostgis(w, address))
    const ours = byId(await byUs(w, address))
    if (z >= 12 && z <= 14) expect(theirs.size, `features at zoom ${z}`).toBeGreaterThan(100)
    const missing = [...theirs].filter(([id]) => !ours.has(id)).map(([, feature]) => areaOf(feature))
    expect(Math.max(0, ...missing), `missing at zoom ${z}`).toBeLessThanOrEqual(z < 12 ? 80 : 0)
    const shifts: number[] = []
    for (const [id, feature] of ours) {
      const other = theirs.get(id)
      if (!other) expect(areaOf(feature), `extra at zoom ${z}`).toBeLessThanOrEqual(2)
      else shifts.push(...expectSame(feature, other))
    }
    expect(
      Math.abs(shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length),
      `shifted at zoom ${z}`,
    ).toBeLessThan(0.1)
  }
})

/**
 * Both round each vertex to a whole unit, PostGIS also makes the ring valid, which can take off a spike: boxes agree to two units, areas to a
 * unit along the outline. Answers by how much each side of the box differs, for the sum over all.
 */
function expectSame(ours: DecodedFeature, theirs: DecodedFeature): number[] {
  expect(ours.properties).toMatchObject(theirs.properties)
  expect(Math.abs(areaOf(ours) - areaOf(theirs))).toBeLessThanOrEqual(outlineOf(theirs) + 1)
  const sides = boxOf(theirs)
  const shifts = boxOf(ours).map((side, i) => side - sides[i]!)
  for (const shift of shifts) expect(Math.abs(shift)).toBeLessThanOrEqual(2)
  return shifts
}

function boxOf({ parts }: DecodedFeature): number[] {
  const xs = parts.flat().map(([x]) => x)
  const ys = parts.flat().map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function outlineOf({ parts }: DecodedFeature): number {
  return parts.reduce(
    (sum, ring) =>
      sum + ring.slice(1).reduce((part, [x, y], i) => part + Math.hypot(x - ring[i]![0], y - ring[i]![1]), 0),
    0,
  )
}
