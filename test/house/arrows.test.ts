import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, read } from './tree.ts'

/** Rooms that any room may use: what they offer carries no process of its own. `projects` is the spine. */
const foundations = new Set([
  'access',
  'audit',
  'clocks',
  'db',
  'filter',
  'geometry',
  'http',
  'machine',
  'messages',
  'outbox',
  'projects',
  'settings',
  'store',
])
/** The composition root and the commands put rooms together; the demo loads through all of them. */
const composition = new Set(['bench', 'commands', 'demo', 'rehearsal'])

const roomOf = (file: string) => (file.split('/').length > 2 ? file.split('/')[1]! : '')
function importsOf(file: string): string[] {
  const found = [...read(file).matchAll(/^\s*(?:import|export)\s(?:[^'"]*?from\s)?['"](\.[^'"]+)['"]/gm)].map(
    (match) => match[1]!,
  )
  return found.map((path) => normalize(join(dirname(file), path)))
}

test('a room imports foundations and the spine, never a sibling room', () => {
  const wrong: string[] = []
  for (const file of filesBelow('server', /\.ts$/)) {
    const room = roomOf(file)
    if (!room || composition.has(room)) continue
    for (const target of importsOf(file)) {
      const other = roomOf(target)
      if (other && other !== room && !foundations.has(other) && !file.endsWith('.d.ts') && !isTypeOfHub(file, target))
        wrong.push(`${file} → ${target}`)
    }
  }
  expect(wrong).toEqual([])
})

// The parts of the application name the hub's type; nothing of it runs.
const isTypeOfHub = (file: string, target: string) =>
  file === 'server/http/environment.ts' && target === 'server/live/hub.ts'

test('the spine imports no room, and no foundation imports a room', () => {
  const wrong: string[] = []
  for (const file of filesBelow('server', /\.ts$/).filter((one) => foundations.has(roomOf(one))))
    for (const target of importsOf(file))
      if (roomOf(target) && !foundations.has(roomOf(target)) && !isTypeOfHub(file, target))
        wrong.push(`${file} → ${target}`)
  expect(wrong).toEqual([])
})

test('the page knows types of the server and nothing else', () => {
  const wrong: string[] = []
  for (const file of filesBelow('web', /\.tsx?$/))
    for (const line of read(file).split('\n'))
      if (/from ['"][./]+server\//.test(line) && !/^\s*(import|export) type /.test(line))
        wrong.push(`${file}: ${line.trim()}`)
  expect(wrong).toEqual([])
})

test('only web/map knows MapLibre and deck.gl', () => {
  const wrong = filesBelow('web', /\.tsx?$/).filter(
    (file) => !file.startsWith('web/map/') && /^import (?!type).*from ['"](maplibre-gl|@deck\.gl)/m.test(read(file)),
  )
  expect(wrong).toEqual([])
})

test('only config.ts reads the environment, and no verb reads the clock', () => {
  const environment = filesBelow('server', /\.ts$/).filter(
    (file) => /process\.env/.test(read(file)) && !/^server\/(config|main)\.ts$|^server\/commands\//.test(file),
  )
  expect(environment).toEqual([])
  const clock = filesBelow('server', /\.ts$/).filter(
    (file) =>
      /new Date\(\)|Date\.now\(\)/.test(read(file)) &&
      !/^server\/(main|operations)\.ts$|^server\/(commands|bench)\/|business-clock\.ts$|^server\/simulator\//.test(
        file,
      ),
  )
  expect(clock).toEqual([])
})

test('there is no junk drawer', () => {
  const drawers = [...filesBelow('server', /./), ...filesBelow('web', /./), ...filesBelow('sql', /./)].filter((file) =>
    /(^|\/)(utils?|helpers?|common|shared|misc|lib)(\/|\.[a-z]+$)/.test(file),
  )
  expect(drawers).toEqual([])
})
