import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../db/root.ts'
import { start } from '../main.ts'

/** What `npm start` runs: while the database opens, the page is built if it is stale. It listens when both are done. */
const page = new Promise<void>((resolve) => {
  const build = spawn(process.execPath, [join(projectRoot, 'server/commands/ensure.mjs'), 'web'], { stdio: 'inherit' })
  build.once('exit', (code) => {
    if (code === 0) return resolve()
    process.stderr.write('Dongtu cannot start: the page could not be built\n')
    process.exit(1)
  })
})
void start(page)
