import type { Member, World } from '../world.ts'

/** A line of about 220 m: `near` lies on it, `far` about 190 m from its end. */
export const near = { lon: 103.921, lat: 30.5705, accuracy_m: 5 }
export const far = { lon: 103.924, lat: 30.571, accuracy_m: 5 }

/** A filed dig with one site, its promoter and the authority that runs it. */
export async function fileDig(w: World, name = '检查测试路管线改造') {
  const authority = await w.member('authority')
  const promoter = await w.member('promoter')
  const created = await w.as(promoter).post('/api/projects', {
    name,
    kind: 'pipeline_works',
    geometry: {
      type: 'LineString',
      coordinates: [
        [103.92, 30.57],
        [103.922, 30.571],
      ],
    },
    width_m: 1.2,
    depth_m: 1.5,
    planned_from: '2026-03-10',
    planned_to: '2026-04-30',
  })
  if (created.status !== 201) throw new Error(JSON.stringify(created.body))
  return { authority, promoter, id: created.body.id as string, site_id: created.body.sites[0].id as string }
}

/** Every audit row of one action in this world's district. */
export const audits = (w: World, action: string) =>
  w.look(({ tx }) =>
    tx.raw(`select subject_id, actor_id, reason from audit where district_code = $1 and action = $2`, [
      w.district_code,
      action,
    ]),
  )

export type Cast = { authority: Member; promoter: Member; id: string; site_id: string }
