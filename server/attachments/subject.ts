import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { field, invalid, notFound } from '../http/problem.ts'
import { parsePublicId, type IdPrefix } from '../http/public-id.ts'
import type { AttachmentFields } from './schemas.ts'

/** What files can belong to, by the prefix of its public id. */
const kinds: Partial<Record<IdPrefix, string>> = {
  prj: 'project',
  sit: 'site',
  per: 'permit',
  wrk: 'works',
  ins: 'inspection',
  rec: 'rectification',
  req: 'utility_request',
  chg: 'change_request',
  det: 'detection',
  ptn: 'petition',
  trf: 'transfer_case',
  leg: 'transfer_leg',
}

export type Subject = Queries['attachments/find_subject']['row'] & {
  district_code: number
  subject_kind: string
  subject_id: string
}

/** What a file is to belong to, as far as the caller may see it: else 404. 422 when the fields contradict each other. */
export async function findSubject(ctx: Context, fields: AttachmentFields): Promise<Subject> {
  const given = fields.subject_id ?? fields.project_id
  if (!given) throw wrong('/subject_id', '须指明附件所属的对象', 'say what the file belongs to')
  const prefix = given.slice(0, 3) as IdPrefix
  const kind = kinds[prefix]
  const key = kind ? parsePublicId(prefix, given) : null
  if (!kind || !key) throw notFound('attachments')
  if (fields.subject_kind !== undefined && fields.subject_kind !== kind)
    throw wrong('/subject_kind', '与编号不符', 'is not the kind that the id names')
  const found = await ctx.tx.one('attachments/find_subject', { kind, district_code: key.district_code, id: key.id })
  if (!found) throw notFound('attachments')
  if (fields.project_id !== undefined && parsePublicId('prj', fields.project_id)?.id !== found.project_id)
    throw wrong('/project_id', '不是该对象所属的项目', 'is not the dig that the subject belongs to')
  return { ...found, district_code: key.district_code, subject_kind: kind, subject_id: key.id }
}

/** The public id of what a file belongs to. */
export function subjectPrefix(kind: string): IdPrefix {
  const found = Object.entries(kinds).find(([, name]) => name === kind)
  return (found?.[0] ?? 'prj') as IdPrefix
}

const wrong = (pointer: string, zh: string, en: string) =>
  invalid('attachments/invalid', [field(pointer, 'http/invalid-value', zh, en)])
