import type { Context } from '../context.ts'
import { actionsOf, type Action, type Machine } from '../machine/machine.ts'

/** The moves of one row that concern the caller, with the version that would move; another authority's are off. */
export function guarded<Status extends string>(
  ctx: Context,
  machine: Machine<Status>,
  row: { status: Status; version: number; authority_id: string },
  href: (name: string) => string,
  hidden: readonly string[],
  guards: Readonly<Record<string, string | null>> = {},
): Action[] {
  const { role, organisation_id } = ctx.actor
  const foreign = role === 'authority' && row.authority_id !== organisation_id ? 'permits/other-authority' : null
  const reasons = Object.fromEntries(Object.keys(machine.moves).map((name) => [name, foreign ?? guards[name] ?? null]))
  return actionsOf(machine, row.status, role, (name) => href(name.replaceAll('_', '-')), reasons)
    .filter(({ name }) => !hidden.includes(name.slice(machine.subject_kind.length + 1)))
    .map((action) => ({ ...action, version: row.version }))
}

/** Something a caller may ask that is no move of a row yet. */
export const offer = (
  name: string,
  href: string,
  input: Action['input'] = {},
  reason: string | null = null,
): Action => ({
  name,
  href,
  method: 'POST',
  allowed: reason === null,
  reason,
  input,
})
