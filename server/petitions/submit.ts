import { randomUUID } from 'node:crypto'
import { newCredential } from '../access/secret.ts'
import { seal, type Keys } from '../access/seal.ts'
import { startClock } from '../clocks/clock.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { toDisturbanceArea } from '../geometry/disturbance.ts'
import { field, invalid } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { parsePublicId } from '../http/public-id.ts'
import { responsibleFor } from '../projects/responsible.ts'
import { takeReference } from '../projects/take-reference.ts'
import type { SubmitInput } from './public-schemas.ts'

/** Half a house: only to find whose place it is. */
const place_m = 10

/**
 * Takes in a request, whatever it is about: a kind that the dictionary knows and a place in the district are all it takes (422 by the field). The clock to
 * grade and dispatch it begins for the authority of the place. Answers its key and the link, which is told once. Runs as the system.
 */
export async function submitPetition(ctx: Context, keys: Keys, input: SubmitInput): Promise<Key & { token: string }> {
  const { lon, lat, kind_code, from_kind, body, name, phone } = input
  if (!(await ctx.tx.one('petitions/find_kind', { code: kind_code })))
    throw invalid('petitions/invalid', [
      field('/kind_code', 'petitions/no-such-kind', '没有这一类诉求', 'there is no such kind of request'),
    ])
  const dig = input.project_id ? await publicDig(ctx, input.project_id) : null
  const place = await responsibleFor(
    ctx,
    toDisturbanceArea({ type: 'Point', coordinates: [lon, lat] }, { radius_m: place_m }),
  )
  const { district_code, authority_id } = place
  const id = randomUUID()
  const now = ctx.now.toISOString()
  const reference = await takeReference(ctx, district_code, 'QS')
  await ctx.tx.run('petitions/insert_petition', {
    district_code,
    id,
    reference,
    kind_code,
    from_kind,
    body,
    lon,
    lat,
    project_id: dig?.id ?? null,
    promoter_id: dig?.promoter_id ?? null,
    authority_id,
    admin_code: place.admin_code,
    street_name: place.street_name,
    now,
  })
  const link = newCredential('dgq', district_code, id)
  await ctx.tx.run('petitions/insert_petitioner', {
    district_code,
    petition_id: id,
    tracking_hash: link.secret_hash,
    name_sealed: name ? seal(keys, name) : null,
    phone_sealed: phone ? seal(keys, phone) : null,
    now,
  })
  const subject = { district_code, subject_kind: 'petition', subject_id: id, project_id: null }
  await startClock(ctx, subject, { kind: 'petition.dispatching', owner: 'authority', owner_id: authority_id })
  const basis = await ruleFor(ctx, district_code, 'petition.intake', shanghaiDay(ctx.now))
  await ctx.emit({
    type: 'petition.submitted',
    ...subject,
    subject_version: 1,
    basis_zh: basis.basis_zh,
    basis_en: basis.basis_en,
    data: { reference, kind: kind_code },
  })
  await ctx.audit({
    action: 'petition.submit',
    district_code,
    subject_kind: 'petition',
    subject_id: id,
    detail: { reference, kind: kind_code, has_contact: Boolean(name ?? phone) },
  })
  return { district_code, id, token: link.text }
}

/** The dig a request is about must be one that everybody may know. */
async function publicDig(ctx: Context, text: string) {
  const key = parsePublicId('prj', text)
  const row = key && (await ctx.tx.one('projects/find_public_project', key))
  const whole = row && (await ctx.tx.one('projects/find_project', { district_code: row.district_code, id: row.id }))
  if (!whole || whole.district_code !== ctx.actor.district_code)
    throw invalid('petitions/invalid', [
      field('/project_id', 'petitions/no-such-dig', '没有这个公开的动土项目', 'there is no such public dig'),
    ])
  return whole
}
