import { expect, test } from 'vitest'
import { compile } from '../../server/db/query.ts'
import { world } from '../world.ts'
import { filesBelow, read } from './tree.ts'

const all = filesBelow('sql', /\.sql$/).filter((file) => file !== 'sql/schema.sql')
const queries = all.filter((file) => !/^sql\/(migrations|functions|views|policies)\//.test(file))

test('every SQL file opens with what it promises', () => {
  expect(all.filter((file) => !/^--\s\S.{10,}/.test(read(file)))).toEqual([])
})

test('no statement reads the time, and none selects everything', () => {
  const wrong = all.filter((file) =>
    /\b(now\(\)|current_timestamp|current_date|clock_timestamp\(\))|select\s+\*/i.test(
      read(file).replace(/--[^\n]*/g, ''),
    ),
  )
  expect(wrong).toEqual([])
})

test('every statement names its district, but for shared tables and a short list of nationwide reads', () => {
  const nationwide = new Set([
    'sql/outbox/list_districts_due.sql',
    'sql/outbox/measure_outbox.sql',
    'sql/audit/list_chain_districts.sql',
    'sql/webhooks/list_due_districts.sql',
    'sql/webhooks/list_subscriber_districts.sql',
    'sql/messages/list_districts_due.sql',
  ])
  const sharedOnly =
    /^(select|insert into|update|with)[\s\S]*\b(rule|calendar_version|calendar_day|dictionary_entry|setting|admin_area)\b/i
  const wrong = queries.filter((file) => {
    const text = compile(read(file)).text
    const readsATable =
      /\b(from|join|into|update)\s+(?!shape\b|picked\b|given\b|asked\b|\(|jsonb_|json_|unnest|st_|generate_series)[a-z_]+/i.test(
        text,
      )
    return !nationwide.has(file) && readsATable && !/district_code/.test(text) && !sharedOnly.test(text)
  })
  expect(wrong).toEqual([])
})

test('every statement is used by the server, and every one that is used exists', () => {
  const sources = filesBelow('server', /\.ts$/)
    .filter((file) => !file.endsWith('queries.gen.ts'))
    .map((file) => read(file))
    .join('\n')
  const unused = queries
    .map((file) => file.replace(/^sql\/|\.sql$/g, ''))
    .filter((name) => !sources.includes(`'${name}'`) && !sources.includes(`\`${name.split('/')[0]}/`))
  expect(unused).toEqual([])
})

test('dynamic SQL lives in the filter and the database layer only', () => {
  const allowed = /^server\/(db|filter|audit)\//
  const wrong = filesBelow('server', /\.ts$/).filter(
    (file) => !allowed.test(file) && /\btx\.raw\(|\braw\(/.test(read(file)) && file !== 'server/operations.ts',
  )
  expect(wrong).toEqual([])
})

test('the schema could be distributed by district_code as it stands', async () => {
  const w = await world()
  const lint = read('test/house/shard-ready.sql')
  const findings = await w.db.transaction(({ raw }) => raw(lint.trim().replace(/;$/, '')))
  expect(findings).toEqual([])
})

test('every table of a district has row security', async () => {
  const w = await world()
  const open = await w.db.transaction(({ raw }) =>
    raw(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'district_code'
         where n.nspname = 'public' and c.relkind = 'r' and not c.relrowsecurity order by 1`),
  )
  expect(open).toEqual([])
})
