import { ok, plan } from '../permits/stage.ts'
import type { Client, World } from '../world.ts'

export interface Asked {
  id: string
  status: string
  due_on: string | null
  document_no: string | null
  reason: string | null
  version: number
}
export interface Stage {
  code: string
  state: string
  items: { item: string; promised: number | null; asked: Asked | null }[]
}
export interface Plot {
  w: World
  promoter: Client
  authority: Client
  id: string
  at: string
}

/** Building works that were planned, with their promoter and the authority of the place. */
export async function plot(w: World): Promise<Plot> {
  const authority = w.as(await w.member('authority'))
  const promoter = w.as(await w.member('promoter'))
  const id = ok(await promoter.post('/api/projects', { ...plan, kind: 'building_works' })).body.id as string
  return { w, promoter, authority, id, at: `/api/projects/${id}/approvals` }
}
export const stagesOf = async ({ promoter, at }: Plot) => (await promoter.get(at)).body.stages as Stage[]
export const stageOf = async (scene: Plot, code: string) =>
  (await stagesOf(scene)).find((stage) => stage.code === code)!
/** Its promoter asks for a stage. */
export const ask = ({ promoter, at }: Plot, stage: string) => promoter.post(at, { stage })
/** The authority approves whatever is asked of a stage. */
export async function approve(scene: Plot, code: string): Promise<void> {
  for (const { asked } of (await stageOf(scene, code)).items)
    if (asked?.status === 'asked')
      ok(await scene.authority.post(`/api/approvals/${asked.id}/approve`, { document_no: '模拟〔2026〕1号' }))
}
export const apply = ({ promoter, id }: Plot) => promoter.post(`/api/projects/${id}/apply`)
