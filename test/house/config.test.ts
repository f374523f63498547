import { expect, test } from 'vitest'
import { readConfig, settings } from '../../server/config.ts'
import { read } from './tree.ts'

test('.env.example names every setting with its default and its sentence, and nothing else', () => {
  const lines = Object.entries(settings).map(([name, schema]) => {
    const plain = schema.safeParse(undefined)
    const value = plain.success && plain.data !== undefined ? String(plain.data) : ''
    return `# ${schema.description}\n${value === '' ? '#' : ''}${name}=${value}`
  })
  expect(read('.env.example').trim().split('\n\n').slice(1)).toEqual(lines)
})

test('an empty environment is a working one; a wrong value names its setting', () => {
  expect(readConfig({}).PORT).toBe(8080)
  expect(() => readConfig({ PORT: 'many' })).toThrow(/^setting PORT/)
  expect(() => readConfig({ ENCRYPTION_KEYS: '', PORT: '' })).not.toThrow()
})
