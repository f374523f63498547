import { expect, test } from 'vitest'
import { lifecyclePage } from '../../server/commands/lifecycle-page.ts'
import { machines } from '../../server/machines.ts'
import { filesBelow, read } from './tree.ts'

const moves = machines.flatMap((machine) =>
  Object.entries(machine.moves as Record<string, { basis: string; guards?: readonly string[] }>).map(
    ([name, move]) => ({ name: `${machine.subject_kind}.${name}`, ...move }),
  ),
)

test('docs/lifecycle.md says what the move tables say', () => {
  expect(read('docs/lifecycle.md')).toBe(lifecyclePage())
})

test('every move cites a rule that exists', () => {
  const files = filesBelow('sql/data/rules', /\.json$/)
  const rules = new Set(files.flatMap((file) => (JSON.parse(read(file)) as { key: string }[]).map(({ key }) => key)))
  expect(moves.filter(({ basis }) => !rules.has(basis)).map(({ name }) => name)).toEqual([])
})

test('every reason that may hold a move back has words', () => {
  const { code } = JSON.parse(read('web/i18n/zh-CN.json')) as { code: Record<string, string> }
  expect(moves.flatMap(({ guards = [] }) => guards).filter((guard) => !(guard in code))).toEqual([])
})
