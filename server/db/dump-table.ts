import type { Statements } from './database.ts'
import type { Table } from './tables.ts'

const page_rows = 500

/**
 * The rows of a table in the order of its key, a page at a time: each a line of JSON, an array with every stored column as
 * text or null. One cursor, so memory is a page. Needs `plainText` (tables.ts) to be set in this transaction.
 */
export async function* dumpTable(statements: Statements, { name, columns, key }: Table): AsyncGenerator<string[]> {
  const values = columns.map(({ name: column, type }) =>
    /^geometry(\(|$)/.test(type) ? `encode(st_asewkb(${quoted(column)}, 'NDR'), 'hex')` : `${quoted(column)}::text`,
  )
  const order = key.map((column) => {
    const isText = columns.some((one) => one.name === column && one.type === 'text')
    return isText ? `${quoted(column)} collate "C"` : quoted(column)
  })
  await statements.script(
    `declare dump no scroll cursor for select to_json(array[${values.join(', ')}])::text as line from ${quoted(name)} order by ${order.join(', ')}`,
  )
  for (;;) {
    const rows = await statements.raw<{ line: string }>(`fetch ${page_rows} from dump`)
    if (rows.length > 0) yield rows.map(({ line }) => line)
    if (rows.length < page_rows) break
  }
  await statements.script('close dump')
}

/** Writes lines that dumpTable made into the same table of another database. */
export async function loadLines(statements: Statements, { name, columns }: Table, lines: string[]): Promise<void> {
  const values = columns.map(({ type }, i) => `(r->>${i})::${type}`)
  await statements.raw(
    `insert into ${quoted(name)} (${columns.map((column) => quoted(column.name)).join(', ')})
     select ${values.join(', ')} from jsonb_array_elements($1::jsonb) with ordinality as t(r, n) order by n`,
    [`[${lines.join(',')}]`],
  )
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
