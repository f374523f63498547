// `npm run verify`: format, lint, types, generated files, and the tests (house rules among them). `-- --without-tests` leaves the tests out.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const bin = (name) => `node_modules/.bin/${name}`
const steps = [
  ['packages', [process.execPath, 'server/commands/ensure.mjs']],
  ['format', [bin('prettier'), '--check', '--log-level', 'warn', '.']],
  ['lint', [bin('oxlint'), '--quiet', 'server', 'web', 'test']],
  ['types of the server', [bin('tsc'), '-p', 'server']],
  ['types of the page', [bin('tsc'), '-p', 'web', '--noEmit']],
  ['types of the tests', [bin('tsc'), '-p', 'test']],
  ['generated files', generated],
  ...(process.argv.includes('--without-tests') ? [] : [['tests', ['npm', 'test']]]),
]

let failed = 0
for (const [name, step] of steps) {
  const began = Date.now()
  const isRight =
    typeof step === 'function' ? step() : spawnSync(step[0], step.slice(1), { stdio: 'inherit' }).status === 0
  console.log(`${isRight ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  if (!isRight) failed += 1
}
process.exit(failed === 0 ? 0 : 1)

/** `npm run gen` must change nothing. */
function generated() {
  const files = ['server/db/queries.gen.ts', 'sql/schema.sql', 'docs/lifecycle.md']
  const before = files.map((file) => readFileSync(file, 'utf8'))
  if (spawnSync(process.execPath, ['.build/out/server/commands/gen.js'], { stdio: 'inherit' }).status !== 0)
    return false
  const stale = files.filter((file, i) => readFileSync(file, 'utf8') !== before[i])
  for (const file of stale) console.log(`${file} was stale: run npm run gen and commit it`)
  return stale.length === 0
}
