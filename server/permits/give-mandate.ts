import { randomUUID } from 'node:crypto'
import { shanghaiDay, type Day } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { changedSince, field, invalid, notFound, Problem, wrongState } from '../http/problem.ts'
import { parsePublicId, publicId, type Key } from '../http/public-id.ts'
import type { Queries } from '../db/queries.gen.ts'

export type MandateRow = Queries['permits/find_mandate']['row']

/** A firm lets the agents of one counter file and apply in its name, until a day (帮办代办). The text is what it signed. Returns its id. */
export async function giveMandate(
  ctx: Context,
  input: { authority_id: string; text: string; valid_to: Day },
): Promise<string> {
  const { actor } = ctx
  if (actor.role !== 'promoter' || actor.agent) throw new Problem(403, 'permits/not-your-move')
  if (input.valid_to < shanghaiDay(ctx.now))
    throw invalid('permits/invalid', [
      field('/valid_to', 'permits/time-passed', '该日期已经过去', 'the day has already passed'),
    ])
  const key = parsePublicId('org', input.authority_id)
  const authority = key && (await ctx.system(() => ctx.tx.one('permits/find_counter', key)))
  if (!authority)
    throw invalid('permits/invalid', [
      field('/authority_id', 'permits/no-such-counter', '没有这个审批机关', 'no such authority'),
    ])
  const id = randomUUID()
  await ctx.tx.run('permits/insert_mandate', {
    district_code: actor.district_code,
    id,
    promoter_id: actor.organisation_id!,
    promoter_name: actor.organisation_name!,
    authority_id: authority.id,
    text: input.text,
    valid_to: input.valid_to,
    given_by: actor.id!,
    given_name: actor.name!,
    now: ctx.now.toISOString(),
  })
  await record(ctx, { district_code: actor.district_code, id }, 'give', { to: authority.id, valid_to: input.valid_to })
  return id
}

/** The firm takes it back: what was done by it stands, nothing more is. */
export async function withdrawMandate(ctx: Context, mandate: MandateRow, seen: number | null): Promise<void> {
  const { district_code, id, version } = mandate
  if (ctx.actor.role !== 'promoter' || ctx.actor.agent || mandate.promoter_id !== ctx.actor.organisation_id)
    throw new Problem(403, 'permits/not-your-move')
  if (mandate.withdrawn_at) throw wrongState('permits', { move: 'withdraw', status: 'withdrawn' })
  if (seen !== null && seen !== version) throw changedSince('permits', { version })
  const withdrawn = await ctx.tx.one('permits/withdraw_mandate', {
    district_code,
    id,
    version,
    now: ctx.now.toISOString(),
  })
  if (!withdrawn) throw changedSince('permits', { version })
  await record(ctx, { district_code, id }, 'withdraw', {})
}

export async function findMandate(ctx: Context, id: string): Promise<MandateRow> {
  const key = parsePublicId('man', id)
  const mandate = key && ctx.actor.role !== 'public' ? await ctx.tx.one('permits/find_mandate', key) : null
  if (!mandate) throw notFound('permits')
  return mandate
}

export function shownMandate({ district_code, id, promoter_id, authority_id, given_by: _by, ...row }: MandateRow) {
  return {
    ...row,
    id: publicId('man', district_code, id),
    promoter_id: publicId('org', district_code, promoter_id),
    authority_id: publicId('org', district_code, authority_id),
  }
}

const record = (ctx: Context, { district_code, id }: Key, what: 'give' | 'withdraw', detail: object) =>
  ctx.audit({ action: `mandate.${what}`, district_code, subject_kind: 'mandate', subject_id: id, detail })
