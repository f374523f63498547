import type { Statements } from './database.ts'

/** One table as its rows travel: the columns that are stored, not computed, and the key that orders them. */
export interface Table {
  name: string
  columns: { name: string; type: string }[]
  key: string[]
}

/** What a schema step is stands in the list of steps; the rest of a database is its rows. */
const apart = new Set(['schema_step'])

/** Our own tables (not an extension's), each after those it refers to, so that loading in this order breaks no foreign key. */
export async function listTables(statements: Statements): Promise<Table[]> {
  const found = await statements.raw<Table & { refers_to: string[] }>(tablesSql)
  const waiting = found.filter(({ name }) => !apart.has(name))
  const ordered: Table[] = []
  const placed = new Set<string>()
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ name, refers_to }) => refers_to.every((one) => one === name || placed.has(one)))
    if (next < 0) throw new Error(`these tables refer to each other: ${waiting.map(({ name }) => name).join(', ')}`)
    const { name, columns, key } = waiting.splice(next, 1)[0]!
    placed.add(name)
    ordered.push({ name, columns, key })
  }
  return ordered
}

/** Every value as text that reads the same on every database and at every desk, and rows that security would hide as an error. */
export const plainText = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local row_security = off`

const tablesSql = `
select c.relname as name,
       (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
          from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select json_agg(a.attname order by k.position)
          from pg_constraint p, unnest(p.conkey) with ordinality as k(number, position), pg_attribute a
         where p.conrelid = c.oid and p.contype = 'p' and a.attrelid = c.oid and a.attnum = k.number) as key,
       (select coalesce(json_agg(distinct r.relname), '[]')
          from pg_constraint f join pg_class r on r.oid = f.confrelid where f.conrelid = c.oid and f.contype = 'f') as refers_to
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = 'public' and c.relkind = 'r'
   and not exists (select 1 from pg_depend x where x.classid = 'pg_class'::regclass and x.objid = c.oid and x.deptype = 'e')
 order by c.relname collate "C"`
