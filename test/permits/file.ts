import { upload } from '../attachments/upload.ts'
import type { World } from '../world.ts'
import { ok, type Scene } from './stage.ts'

/** What the nation's list asks of an excavation, and which of it may be promised: written here from the list, not read from it. */
export const certain = ['planning_permit', 'design_documents'] as const
export const promisable = ['construction_plan', 'traffic_plan', 'restoration_plan'] as const

/** A photo of the promoter's, for the permit; `where` it says it was taken. */
export async function fileOf({ w, permit }: Scene, where: { lon?: string; lat?: string } = {}): Promise<string> {
  const sent = await upload(w, await w.member('promoter'), { fields: { subject_id: permit, ...where } })
  return ok(sent as never).body.id as string
}

/** Hands a new file in as each of these documents. */
export async function handIn(scene: Scene, documents: readonly string[]): Promise<void> {
  for (const document of documents)
    ok(await scene.promoter.post(`${scene.at}/hand-in`, { document, evidence: [await fileOf(scene)] }))
}

/** Documents of an application without a file. */
export async function missingOf({ promoter, at }: Scene): Promise<string[]> {
  const { documents } = (await promoter.get(at)).body as { documents: { code: string; files: unknown[] }[] }
  return documents.filter(({ files }) => files.length === 0).map(({ code }) => code)
}

/** A rule of this district alone. */
export function localRule(w: World, key: string, value: object, unit: string | null = null): Promise<unknown> {
  return w.look(({ tx }) =>
    tx.raw(
      `insert into rule (jurisdiction, key, valid_from, value, unit, basis_zh, basis_en, source)
       values ($1, $2, '2020-01-01', $3, $4, '本区规定', 'local rule', 'test')`,
      [String(w.district_code), key, JSON.stringify(value), unit],
    ),
  )
}

export const auditsLike = (w: World, action: string) =>
  w.look(({ tx }) =>
    tx.raw<{ action: string; actor_name: string; organisation_id: string; detail: any }>(
      'select action, actor_name, organisation_id, detail from audit where district_code = $1 and action like $2 order by action',
      [w.district_code, action],
    ),
  )
