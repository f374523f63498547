import { describe, expect, test } from 'vitest'
import { world, type Client } from '../world.ts'
import { features } from './decode.ts'
import { insertDig, insertVersion, path, square, tileOf } from './ground.ts'

describe('the past', () => {
  test('a tile shows the digs as they stood at an instant, to those who might see them then', async () => {
    const w = await world()
    const tile = tileOf(w)
    const dig = await insertDig(w, { stage: 'closed', geometry: square(tile, 0, 0, 100) })
    await insertVersion(w, dig, {
      stage: 'planned',
      valid_from: '2025-01-01T00:00:00Z',
      valid_to: '2025-03-01T00:00:00Z',
      geometry: square(tile, 2000, 0, 100),
    })
    await insertVersion(w, dig, {
      stage: 'in_progress',
      valid_from: '2025-03-01T00:00:00Z',
      valid_to: null,
      geometry: square(tile, 0, 0, 100),
    })
    const planner = w.as(await w.member('planner'))
    const stages = async (client: Client, at: string, layer = 'projects') =>
      (await features(client, `${path(layer, tile)}?at=${at}`, layer)).map(({ properties }) => properties.stage)
    expect(await stages(planner, '2024-12-31T00:00:00Z')).toEqual([])
    expect(await stages(planner, '2025-02-01T08:00:00%2B08:00')).toEqual(['planned'])
    expect(await stages(planner, '2025-02-01T08:00:00%2B08:00', 'project_points')).toEqual(['planned'])
    expect(await stages(planner, '2025-03-01T00:00:00Z')).toEqual(['in_progress'])
    expect(await stages(w.as(null), '2025-02-01T00:00:00Z')).toEqual([])
    expect(await stages(w.as(null), '2025-04-01T00:00:00Z')).toEqual(['in_progress'])
    expect(await features(w.as(null), path('projects', tile))).toMatchObject([{ properties: { stage: 'closed' } }])
  })

  test('a layer without a past refuses the question, and so does a day that is none', async () => {
    const w = await world()
    expect(await w.as(null).get('/tiles/roads/14/1/1?at=2025-01-01T00:00:00Z')).toMatchObject({
      status: 422,
      body: { code: 'tiles/no-history' },
    })
    expect((await w.as(null).get('/tiles/projects/14/1/1?at=yesterday')).status).toBe(422)
  })
})
