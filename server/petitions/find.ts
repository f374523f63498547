import type { Context } from '../context.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound } from '../http/problem.ts'
import { parsePublicId, publicId, type Key } from '../http/public-id.ts'
import { movesOf } from './actions.ts'
import { mayReadContact } from './read-contact.ts'

export type PetitionRow = Queries['petitions/find_petition']['row']

export function petitionKey(id: string): Key {
  const key = parsePublicId('ptn', id)
  if (!key) throw notFound('petitions')
  return key
}

/** A request as the caller may see it (staff, its unit, its third party), or 404. */
export async function findPetition(ctx: Context, key: Key): Promise<PetitionRow> {
  const found = ctx.actor.role === 'public' ? null : await ctx.tx.one('petitions/find_petition', key)
  if (!found) throw notFound('petitions')
  return found
}

type Listed = Queries['petitions/list_petitions']['row']
/** A request as it is listed. Neither its words nor who asked. */
export function summarise(row: Listed) {
  const { district_code: at, unit_id: _u, judge_id: _j, admin_code: _a, project_id, duplicate_of_id, ...rest } = row
  return {
    ...rest,
    id: publicId('ptn', at, row.id),
    project_id: project_id && publicId('prj', at, project_id),
    duplicate_of_id: duplicate_of_id && publicId('ptn', at, duplicate_of_id),
    card: row.card ?? ('none' as const),
  }
}

/** What the rule of the day says of each kind: its grade, and how often a request goes out at most. */
export async function gradingRule(ctx: Context, district_code: number) {
  const { value } = await ruleFor(ctx, district_code, 'petition.grading', shanghaiDay(ctx.now))
  return value as unknown as { by_kind: Record<string, number>; rounds: number }
}

/** A request whole: its words, every dispatch and what came of it, its files, and what this caller could do next. */
export async function viewPetition(ctx: Context, key: Key) {
  const row = await findPetition(ctx, key)
  const { body, grade_reason, said_at, dispatcher_id: _d, authority_id: _a, promoter_id: _p, ...listed } = row
  const { first_answered_at: _f, forgotten_at: _g, ...summary } = listed
  const of = { district_code: row.district_code, id: row.id }
  const rounds = await ctx.tx.many('petitions/list_rounds', of)
  const files = (await ctx.tx.many('petitions/list_files', { ...of, ids: null })).map(({ district_code, ...file }) => ({
    ...file,
    id: publicId('att', district_code, file.id),
  }))
  const answered = new Set(rounds.flatMap(({ files: ids }) => ids.map((id) => publicId('att', row.district_code, id))))
  const rule = await gradingRule(ctx, row.district_code)
  const clocks = await ctx.tx.many('petitions/list_clocks', of)
  return {
    ...summarise(summary),
    body,
    proposed_grade: rule.by_kind[row.kind_code] ?? null,
    grade_reason,
    said_at,
    rounds: rounds.map(({ dispatcher_id: _by, unit_id: _u, judge_id: _j, ...round }) => ({
      ...round,
      files: files.filter(({ id }) => round.files.some((own) => id.endsWith(own))),
    })),
    files: files.filter(({ id }) => !answered.has(id)),
    clocks: clocks.map(({ owner_id: _o, ...one }) => ({ ...one, id: publicId('clk', row.district_code, one.id) })),
    history: await ctx.tx.many('petitions/list_steps', of),
    can_read_contact: mayReadContact(row, ctx.actor),
    actions: movesOf(row, ctx.actor, rule.rounds).map((action) => ({ ...action, version: row.version })),
  }
}
