import { expect } from 'vitest'
import { giveConsents } from '../permits/give-consents.ts'
import { world, type Answer, type Member, type World } from '../world.ts'

/** A rectangle from lon, lat eastwards and northwards, in degrees. */
export const box = (west: number, south: number, width = 0.002, height = 0.002) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + width, south],
      [west + width, south + height],
      [west, south + height],
      [west, south],
    ],
  ],
})

export const ok = (answer: Answer): Answer => {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer
}

/** A trench eastwards along a latitude, 1.2 m wide. */
export const trench = (west: number, lat: number, more: object = {}) => ({
  name: '测试路燃气管',
  kind: 'pipeline_works',
  geometry: {
    type: 'LineString',
    coordinates: [
      [west, lat],
      [west + 0.002, lat],
    ],
  },
  width_m: 1.2,
  depth_m: 1.5,
  planned_from: '2026-03-10',
  planned_to: '2026-04-30',
  ...more,
})

export interface Ground {
  w: World
  authority: Member
  promoter: Member
  planner: Member
  file(plan: object): Promise<string>
}

/** A world with an authority, a promoter and a planner. */
export async function ground(options: { now?: string } = {}): Promise<Ground> {
  const w = await world(options)
  const authority = await w.member('authority')
  const promoter = await w.member('promoter')
  return {
    w,
    authority,
    promoter,
    planner: await w.member('planner'),
    file: async (plan) => ok(await w.as(promoter).post('/api/projects', plan)).body.id,
  }
}

/** Takes a dig to the ground: applied for, granted, delivered, begun at the beginning of its period. */
export async function begin({ w, authority, promoter }: Ground, id: string, at: string): Promise<void> {
  const permit = ok(await w.as(promoter).post(`/api/projects/${id}/apply`)).body
  ok(await w.as(authority).post(`/api/permits/${permit.id}/accept-application`))
  await giveConsents(w.as(authority), permit.id)
  for (const move of ['grant', 'deliver']) ok(await w.as(authority).post(`/api/permits/${permit.id}/${move}`))
  w.clock.set(at)
  ok(await w.as(promoter).post(`/api/projects/${id}/start`))
}

/** The ids of the features of one collection in an answer. */
export const idsOf = (answer: Answer, name = 'projects'): string[] =>
  ok(answer)
    .body.collections.find((one: { name: string }) => one.name === name)
    .features.map((feature: { id: string }) => feature.id)
