import type { Actor } from '../access/actor.ts'
import { open, type Keys } from '../access/seal.ts'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { PetitionRow } from './find.ts'

/** Who reaches the petitioner: the authority that handles the request, and the third party that asks. Not the unit that is complained of. */
export const mayReadContact = (
  { judge_id }: Pick<PetitionRow, 'judge_id'>,
  { role, organisation_id }: Actor,
): boolean => role === 'authority' || (organisation_id !== null && judge_id === organisation_id)

/** The name and telephone that a petitioner gave, with a reason that the audit keeps. 403 for everybody else; nulls when none was given or it was erased. */
export async function readContact(ctx: Context, keys: Keys, row: PetitionRow, reason: string) {
  if (!mayReadContact(row, ctx.actor) || row.unit_id === ctx.actor.organisation_id)
    throw new Problem(403, 'petitions/contact-not-yours')
  const { district_code, id } = row
  const sealed = await ctx.system(() => ctx.tx.one('petitions/find_contact', { district_code, id }))
  await ctx.audit({ action: 'petition.read_contact', district_code, subject_kind: 'petition', subject_id: id, reason })
  const opened = (text: string | null | undefined) => (text ? open(keys, text) : null)
  return { name: opened(sealed?.name_sealed), phone: opened(sealed?.phone_sealed) }
}
