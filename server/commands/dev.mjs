// `npm run dev`: one terminal. Rebuilds the server when a file changes and starts it again; the page comes from Vite with hot reload.
import { spawn, spawnSync } from 'node:child_process'

spawnSync(process.execPath, ['server/commands/ensure.mjs', 'server'], { stdio: 'inherit' })
const start = (script, ...words) => spawn(process.execPath, [script, ...words], { stdio: 'inherit' })
const children = [
  start('node_modules/typescript/bin/tsc', '-p', 'server', '--watch', '--preserveWatchOutput'),
  spawn(
    process.execPath,
    ['--watch-path=.build/out', '--watch-path=sql', '--enable-source-maps', '.build/out/server/main.js'],
    { stdio: 'inherit' },
  ),
  start('node_modules/vite/bin/vite.js', '--config', 'web/vite.config.ts'),
]
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    for (const child of children) child.kill('SIGTERM')
  })
