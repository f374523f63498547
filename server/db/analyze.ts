import type { Database } from './database.ts'

/**
 * Tells the planner anew what is in each table that grew by half since it was last told, and answers their names. The embedded database has no
 * process of its own that does (the server's autovacuum has), and unaware of a table's size it joins row by row. A table a
 * transaction, so that others get their turn between: the largest of the demo takes half a second, all together one and a half.
 */
export async function analyzeGrown(db: Database): Promise<string[]> {
  const grown = await db.transaction(({ raw }) => raw<{ name: string }>(grownSql))
  for (const { name } of grown) await db.transaction(({ script }) => script(`analyze ${name}`))
  return grown.map(({ name }) => name)
}

// the size in pages at the last time is kept by PostgreSQL itself; eight pages are not worth a word
const grownSql = `
select format('%I', c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = 'public' and c.relkind = 'r'
   and pg_relation_size(c.oid) / current_setting('block_size')::int > 8 + 1.5 * c.relpages
 order by c.relname`
