import type { Statements } from './database.ts'
import { files, remember } from './migrate.ts'

/**
 * Loads the shared reference data of sql/data (calendars, rules, dictionaries) whenever a file changed.
 * Each folder names its own shape; rows are replaced by key, never deleted, so a dated rule stays.
 */
export async function loadReferenceData(
  statements: Statements,
  known: ReadonlyMap<string, string>,
  wallNow: Date,
): Promise<number> {
  let loaded = 0
  for (const [folder, load] of Object.entries(loaders)) {
    for (const step of files(`data/${folder}`, '.json')) {
      if (known.get(step.name) === step.digest) continue
      for (const text of load) await statements.raw(text, [step.text])
      await remember(statements, step, wallNow)
      loaded++
    }
  }
  return loaded
}

const loaders: Record<string, string[]> = {
  calendars: [
    `insert into calendar_version (version, jurisdiction, published_on, known_from, known_until, source)
     select (j->>'jurisdiction') || ':' || (j->>'published_on'), j->>'jurisdiction', (j->>'published_on')::date, make_date((j->>'year')::int, 1, 1), (j->>'known_until')::date, j->>'notice'
       from (select $1::jsonb as j) file
     on conflict (version) do update set known_until = excluded.known_until, source = excluded.source`,
    `insert into calendar_day (version, day, is_working, name_zh, name_en)
     select (j->>'jurisdiction') || ':' || (j->>'published_on'), (d->>'day')::date, (d->>'is_working')::boolean, d->>'name_zh', d->>'name_en'
       from (select $1::jsonb as j) file, jsonb_array_elements(j->'days') d
     on conflict (version, day) do update set is_working = excluded.is_working, name_zh = excluded.name_zh, name_en = excluded.name_en`,
  ],
  rules: [
    `insert into rule (jurisdiction, key, valid_from, valid_to, value, unit, basis_zh, basis_en, source)
     select r->>'jurisdiction', r->>'key', (r->>'valid_from')::date, (r->>'valid_to')::date, r->'value', r->>'unit', r->>'basis_zh', r->>'basis_en', r->>'source'
       from jsonb_array_elements($1::jsonb) r
     on conflict (jurisdiction, key, valid_from) do update set valid_to = excluded.valid_to, value = excluded.value, unit = excluded.unit,
       basis_zh = excluded.basis_zh, basis_en = excluded.basis_en, source = excluded.source`,
  ],
  dictionaries: [
    `insert into dictionary_entry (dictionary, code, version, label_zh, label_en, properties)
     select j->>'dictionary', e->>'code', j->>'version', e->>'label_zh', e->>'label_en', coalesce(e->'properties', '{}')
       from (select $1::jsonb as j) file, jsonb_array_elements(j->'entries') e
     on conflict (dictionary, code, version) do update set label_zh = excluded.label_zh, label_en = excluded.label_en, properties = excluded.properties`,
  ],
}
