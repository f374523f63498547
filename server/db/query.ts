import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Params, Statements } from './database.ts'
import type { Queries } from './queries.gen.ts'
import { projectRoot } from './root.ts'

export type QueryName = keyof Queries
export interface Compiled {
  text: string
  names: string[]
}

/** Named statements of one transaction, typed by the database itself (server/db/queries.gen.ts). */
export interface Tx extends Statements {
  /** The only row, or null. More than one row is a fault of the statement. */
  one<N extends QueryName>(name: N, params: Queries[N]['params']): Promise<Queries[N]['row'] | null>
  many<N extends QueryName>(name: N, params: Queries[N]['params']): Promise<Queries[N]['row'][]>
  run<N extends QueryName>(name: N, params: Queries[N]['params']): Promise<void>
}

const compiled = new Map<string, Compiled>()

export function bindNames(statements: Statements): Tx {
  const rows = (name: string, params: Params) => {
    const { text, names } = load(name)
    return statements.raw(
      text,
      names.map((key) => params[key] ?? null),
    ) as Promise<never[]>
  }
  return {
    ...statements,
    async one(name, params) {
      const found = await rows(name, params)
      if (found.length > 1) throw new Error(`${name} returned ${found.length} rows`)
      return found[0] ?? null
    },
    many: (name, params) => rows(name, params),
    run: async (name, params) => void (await rows(name, params)),
  }
}

/** The statement of sql/<name>.sql with :name turned into $n. */
export function load(name: string): Compiled {
  const known = compiled.get(name)
  if (known) return known
  const fresh = compile(readFileSync(join(projectRoot, 'sql', `${name}.sql`), 'utf8'))
  compiled.set(name, fresh)
  return fresh
}

/**
 * Replaces :name by $n outside of strings, comments and `::casts`. The same name gets the same number.
 * Nullability marks of aliases (as "name!", as "name?") are for the generator and are taken off for running.
 */
export function compile(sql: string, { keepMarks = false } = {}): Compiled {
  const names: string[] = []
  const text = sql.replace(
    /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\$\$[\s\S]*?\$\$|::|:([a-z_][a-z0-9_]*)/g,
    (match, name?: string) => {
      if (!name) return match.startsWith('--') || match.startsWith('/*') ? '' : match
      if (!names.includes(name)) names.push(name)
      return `$${names.indexOf(name) + 1}`
    },
  )
  const marked = keepMarks ? text : text.replace(/"([a-z0-9_]+)[!?]"/g, '"$1"')
  return { text: marked.trim().replace(/;\s*$/, ''), names }
}
