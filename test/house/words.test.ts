import { expect, test } from 'vitest'
import { filesBelow, read } from './tree.ts'

const flat = (tree: object, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? flat(value, `${prefix}${key}␟`) : [`${prefix}${key}`],
  )

test('both languages have the same keys', () => {
  const zh = flat(JSON.parse(read('web/i18n/zh-CN.json')))
  const en = flat(JSON.parse(read('web/i18n/en.json')))
  expect(en.filter((key) => !zh.includes(key))).toEqual([])
  expect(zh.filter((key) => !en.includes(key))).toEqual([])
})

test('every problem code of the server has words in both languages', () => {
  const codes = new Set<string>()
  for (const file of filesBelow('server', /\.ts$/)) {
    if (file.endsWith('.gen.ts') || file.startsWith('server/simulator/') || file.startsWith('server/commands/'))
      continue
    for (const [, code] of read(file).matchAll(
      /(?:new Problem\(\s*\d+,|invalid\(|reason: )\s*'([a-z-]+\/[a-z0-9-]+)'/g,
    ))
      codes.add(code!)
  }
  const known = (JSON.parse(read('web/i18n/zh-CN.json')) as { code?: Record<string, string> }).code ?? {}
  expect([...codes].filter((code) => !(code in known)).sort()).toEqual([])
})
