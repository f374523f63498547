// What `npm start` and `npm test` run first, with nothing installed but Node: installs what is missing, builds what is stale.
// Built-in modules only, because nothing else may be there yet.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Dongtu needs Node 20.19 or newer; this is ${process.version}.`)
  process.exit(1)
}

const stamps = join(root, '.build/stamps.json')
const known = existsSync(stamps) ? JSON.parse(readFileSync(stamps, 'utf8')) : {}
const wanted = new Set(process.argv.slice(2))

step('packages', digestOf(['package-lock.json']), existsSync(join(root, 'node_modules')), 'installing packages …', () =>
  npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'),
)
if (wanted.has('server')) {
  step(
    'server',
    digestOf(['server', '.config'], /\.(ts|json)$/),
    existsSync(join(root, '.build/out/server/main.js')),
    'building the server …',
    () => node('node_modules/typescript/bin/tsc', '-p', 'server'),
  )
}
if (wanted.has('web')) {
  step(
    'web',
    digestOf(['web', 'server/routes.ts', '.config']),
    existsSync(join(root, '.build/web/index.html')),
    'building the page …',
    () => node('node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'),
  )
}

function step(name, digest, isThere, words, work) {
  if (isThere && known[name] === digest) return
  console.log(words)
  const { status } = work()
  if (status !== 0) process.exit(status ?? 1)
  known[name] = digest
  mkdirSync(join(root, '.build'), { recursive: true })
  writeFileSync(stamps, JSON.stringify(known))
}

function npm(...words) {
  const cli = process.env.npm_execpath
  return cli
    ? spawnSync(process.execPath, [cli, ...words], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', words, { cwd: root, stdio: 'inherit', shell: true })
}

function node(script, ...words) {
  return spawnSync(process.execPath, [join(root, script), ...words], { cwd: root, stdio: 'inherit' })
}

/** Content of every file below these paths, so that a touched clock builds nothing and a changed byte does. */
function digestOf(paths, ending = /./) {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths)
    for (const file of filesBelow(join(root, path), ending))
      hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

function filesBelow(path, ending) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(join(path, entry.name), ending)
        : ending.test(entry.name)
          ? [join(path, entry.name)]
          : [],
    )
}
