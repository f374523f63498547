import { expect, test } from 'vitest'
import { machines } from '../../server/machines.ts'
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

test('whatever the audit and the history can name has words, so that nobody reads a key on the page', () => {
  const told = new Set<string>()
  for (const file of filesBelow('server', /(?<!\.gen)\.ts$/)) {
    const text = read(file)
    for (const [line] of text.matchAll(/\baction: .*/g))
      for (const [, action] of line.matchAll(/'([a-z_]+\.[a-z_]+)'/g)) told.add(action!)
    // one helper writes the row for several acts: `hold.${what}`, with its type, what: 'placed' | 'lifted', in the same file
    for (const [, subject, name] of text.matchAll(/\baction: `([a-z_]+)\.\$\{(\w+)\}`/g)) {
      const union = (of: string) => new RegExp(`\\b${of} ((?:\\s*\\|?\\s*'[a-z_]+')+)`).exec(text)?.[1]
      const type = new RegExp(`\\b${name}: ([A-Z]\\w+)`).exec(text)?.[1]
      const acts = union(`${name}:`) ?? union(`${type} =`)
      expect(acts, `${file} does not say which acts ${name} may be`).toBeDefined()
      for (const [, act] of acts!.matchAll(/'([a-z_]+)'/g)) told.add(`${subject}.${act}`)
    }
  }
  for (const { subject_kind, moves } of machines)
    for (const name of Object.keys(moves)) told.add(`${subject_kind}.${name}`)
  for (const locale of ['zh-CN', 'en']) {
    const { audit, action, event } = JSON.parse(read(`web/i18n/${locale}.json`))
    const isNamed = (key: string) => {
      const [subject, act] = key.split('.') as [string, string]
      return [audit.action, action, event].some((tree) => typeof tree[subject]?.[act] === 'string')
    }
    expect([...told].filter((key) => !isNamed(key)).sort(), locale).toEqual([])
  }
})
