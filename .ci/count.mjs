// Adds up the results of the suites named and prints one closing line, after what failed and why (the end of a long output is what
// is read). Fails when a suite is missing, ran nothing or failed.
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const [folder, ...suites] = process.argv.slice(2)
let passed = 0
let failed = 0
let skipped = 0
for (const suite of suites) {
  const file = join(folder, `${suite}.json`)
  if (!existsSync(file)) {
    console.log(`${suite}: no result`)
    failed += 1
    continue
  }
  const result = JSON.parse(readFileSync(file, 'utf8'))
  const broken = result.testResults.filter(
    (test) => test.status === 'failed' && test.assertionResults.length === 0,
  ).length
  console.log(
    `${suite}: ${result.numPassedTests} passed, ${result.numFailedTests + broken} failed, ${result.numPendingTests} skipped`,
  )
  for (const { name, message, assertionResults } of result.testResults.filter(({ status }) => status === 'failed')) {
    const file = relative(process.cwd(), name)
    if (assertionResults.length === 0) console.log(`  ${file}\n${message}`)
    for (const { fullName, failureMessages } of assertionResults.filter((test) => test.status === 'failed'))
      console.log(`  ${file}: ${fullName}\n${failureMessages.join('\n').slice(0, 1500)}`)
  }
  if (result.numPassedTests === 0) failed += 1
  passed += result.numPassedTests
  failed += result.numFailedTests + broken
  skipped += result.numPendingTests
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed === 0 ? 0 : 1)
