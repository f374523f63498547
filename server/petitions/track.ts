import { systemActor } from '../access/actor.ts'
import { followLink } from '../access/secret.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { admitOneMore } from '../http/by-link.ts'
import { notFound, Problem } from '../http/problem.ts'
import { publicId } from '../http/public-id.ts'
import { sayable } from './states.ts'

type Tracked = Queries['petitions/find_tracked']['row']

/** How a request stands, by its link: whom it was dispatched to, by when, what was answered. Organisations, never a person. */
export async function trackPetition(ctx: Context, token: string) {
  return ctx.system(async () => viewTracked(ctx, await tracked(ctx, token)))
}

async function viewTracked(ctx: Context, found: Tracked) {
  const { district_code, shown_id } = found
  const rounds = await ctx.tx.many('petitions/list_rounds', { district_code, id: shown_id })
  const isSayable = found.is_own && sayable.includes(found.status) && found.said === null
  return {
    reference: found.reference,
    kind_code: found.kind_code,
    state: found.status,
    merged_into: found.is_own ? null : found.shown_reference,
    grade: found.grade,
    submitted_at: found.submitted_at,
    updated_at: found.updated_at,
    dig: found.dig_name ? { name: found.dig_name, name_en: found.dig_name_en } : null,
    rounds: rounds.map((round) => ({
      unit_zh: round.unit_zh,
      unit_en: round.unit_en,
      dispatched_at: round.dispatched_at,
      due_on: round.due_on,
      answer: round.answer,
      answered_at: round.answered_at,
      files: round.files.length,
      result: round.result,
    })),
    said: found.said,
    can_say: isSayable,
  }
}

/** The petitioner says what they think of the last answer, once for each: 409 when there is none, or it was said. The third party that asks sees it. */
export async function sayOfAnswer(ctx: Context, token: string, said: string) {
  return ctx.system(async () => {
    const found = await tracked(ctx, token)
    const { district_code, id } = found
    const moved = found.is_own
      ? await ctx.tx.one('petitions/say', { district_code, id, said, now: ctx.now.toISOString() })
      : null
    if (!moved) throw new Problem(409, 'petitions/nothing-to-say', { state: found.status })
    await ctx.emit({
      type: 'petition.petitioner_said',
      district_code,
      subject_kind: 'petition',
      subject_id: id,
      subject_version: moved.version,
      data: { reference: found.reference, result: said },
    })
    await ctx.audit({
      action: 'petition.say',
      district_code,
      subject_kind: 'petition',
      subject_id: id,
      detail: { said },
    })
    return viewTracked(ctx, await tracked(ctx, token))
  })
}

/** Whose photo it may be: the request of the link, while it is of the last hour and has fewer than three. Answers as whom it is kept and what for. */
export async function admitPhoto(ctx: Context, token: string) {
  return ctx.system(async () => {
    const { district_code, id, organisation_id } = await tracked(ctx, token)
    await admitOneMore(ctx, 'petitions/no-more-photos', (limit) =>
      ctx.tx.one('petitions/count_photo', { district_code, id, ...limit }),
    )
    return { actor: { ...systemActor(district_code), organisation_id }, subject_id: publicId('ptn', district_code, id) }
  })
}

/** The request of a link; another secret is answered as if there were none. */
async function tracked(ctx: Context, token: string): Promise<Tracked> {
  const found = await followLink('dgq', token, (key) => ctx.tx.one('petitions/find_tracked', key))
  if (!found) throw notFound('petitions')
  return found
}
