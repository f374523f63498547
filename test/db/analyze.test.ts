import { expect, onTestFinished, test } from 'vitest'
import { analyzeGrown } from '../../server/db/analyze.ts'
import { openTestDatabase } from '../database.ts'

test('what grew by half is told to the planner once, what did not is left alone', async () => {
  const db = await openTestDatabase('analyze')
  onTestFinished(() => db.close())
  const insert = (from: number, to: number) =>
    db.transaction(({ raw }) =>
      raw(
        `insert into setting (key, value, updated_at) select 'n' || n, '{}', '2026-03-02' from generate_series($1::int, $2::int) n`,
        [from, to],
      ),
    )
  const known = () =>
    db.transaction(async ({ raw }) => {
      const [row] = await raw<{ rows: number }>(`select reltuples::int as rows from pg_class where relname = 'setting'`)
      return row!.rows
    })

  await insert(1, 2000)
  expect(await analyzeGrown(db)).toContain('setting')
  expect(await known()).toBe(2000)
  expect(await analyzeGrown(db)).toEqual([])
  await insert(2001, 2200)
  expect(await analyzeGrown(db)).toEqual([])
  await insert(2201, 5000)
  expect(await analyzeGrown(db)).toEqual(['setting'])
  expect(await known()).toBe(5000)
})
