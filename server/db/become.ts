import type { Actor } from '../access/actor.ts'
import type { Statements } from './database.ts'

export type DatabaseRole = 'dongtu_app' | 'dongtu_system' | 'dongtu_map'

/** One statement sets the whole identity of the transaction: its database role and who acts, for row security to compare. */
export async function become(statements: Statements, role: DatabaseRole, actor: Actor): Promise<void> {
  await statements.script(
    `set local role ${role}; ` +
      `set local app.role = ${literal(actor.role)}; ` +
      `set local app.actor = ${literal(actor.id ?? '')}; ` +
      `set local app.organisation = ${literal(actor.organisation_id ?? '')}; ` +
      `set local app.districts = ${literal(actor.districts.join(','))}`,
  )
}

/** Runs `work` as another database role and returns to the former one. An error aborts the transaction anyway. */
export async function as<T>(
  statements: Statements,
  role: DatabaseRole,
  back: DatabaseRole,
  work: () => Promise<T>,
): Promise<T> {
  await statements.script(`set local role ${role}`)
  const result = await work()
  await statements.script(`set local role ${back}`)
  return result
}

// `set local` takes no parameters, and set_config() is not propagated by a distributed engine: hence an escaped literal.
function literal(text: string): string {
  if (!/^[\w,. -]*$/.test(text)) throw new Error('an identity holds an unexpected character')
  return `'${text}'`
}
