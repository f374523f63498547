import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { systemActor } from '../access/actor.ts'
import { checkArchive } from '../backup/check.ts'
import type { Manifest } from '../backup/format.ts'
import { makeBackup, noteBackup } from '../backup/make.ts'
import { Refusal } from '../backup/refusal.ts'
import { readConfig, type Config } from '../config.ts'
import { FolderInUse } from '../db/lock.ts'
import { openExisting } from '../db/open.ts'
import { createRun } from '../run.ts'
import { sayWhy } from './say-why.ts'

const usage = `npm run backup -- [options]
  --to FILE         where the archive goes (default: dongtu-<district>-<time>.tar.gz here); never over a file that is there
  --with-keys       put the encryption keys in too: then the archive alone opens everything, so keep it like the keys
  --url http://127.0.0.1:8080   a server that runs on the embedded folder (or DONGTU_URL): the backup goes through it
  --token …         an administrator's token for that server (or DONGTU_TOKEN)
It backs up the database of DATABASE_URL, else the folder of DATA_DIR, with the files of DATA_DIR.
The exit status is 0 when the archive was written and read back, 1 when not, 2 when the command was not understood.`

const options = {
  to: { type: 'string' },
  'with-keys': { type: 'boolean', default: false },
  url: { type: 'string', default: process.env.DONGTU_URL },
  token: { type: 'string', default: process.env.DONGTU_TOKEN },
  help: { type: 'boolean', default: false },
} as const

function understood() {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`)
    process.exit(2)
  }
}
const values = understood()

async function backup(): Promise<void> {
  const config = readConfig(process.env)
  const wall = new Date()
  const stamp = wall.toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const to = resolve(values.to ?? `dongtu-${config.DISTRICT_CODE}-${stamp}.tar.gz`)
  if (existsSync(to)) throw new Refusal(`${to} is there already: give another name`)
  const part = `${to}.part`
  try {
    const unopened = await direct(config, part, wall).catch((error: Error) => {
      if (!(error instanceof FolderInUse)) throw error
      return throughServer(config, part, error)
    })
    const { manifest } = await checkArchive(part)
    await rename(part, to)
    report(to, manifest, unopened)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw error
  }
}

async function direct(config: Config, path: string, wall: Date): Promise<string[]> {
  const db = await openExisting(config)
  try {
    const made = await makeBackup({ db, config }, path, wall, values['with-keys'])
    const now = () => new Date()
    const run = createRun({ db, clock: { now, wall: now } })
    if (made.is_current) await run(systemActor(config.DISTRICT_CODE), (ctx) => noteBackup(ctx, made))
    return made.unopened
  } finally {
    await db.close()
  }
}

/** The folder is in use: the server that holds it makes the archive and hands it over. */
async function throughServer(config: Config, path: string, inUse: FolderInUse): Promise<string[]> {
  if (!values.token)
    throw new Refusal(`${inUse.message}; or give an administrator's --token, and its server makes the backup`)
  if (values['with-keys'])
    throw new Refusal('the encryption keys do not travel through a server: copy them, or stop the server')
  const url = (values.url ?? `http://${config.HOST}:${config.PORT}`).replace(/\/$/, '')
  const answer = await fetch(`${url}/api/backups`, {
    method: 'POST',
    headers: { authorization: `Bearer ${values.token}` },
  }).catch(() => {
    throw new Refusal(`no server answers at ${url}: give its --url`)
  })
  if (!answer.ok || !answer.body) {
    const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string }
    throw new Refusal(`the server at ${url} refused: ${answer.status} ${detail ?? ''}`)
  }
  await pipeline(
    Readable.fromWeb(answer.body as never),
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  )
  return []
}

function report(to: string, { tables, files, missing_files, has_keys }: Manifest, unopened: string[]): void {
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
  console.log(`${to}: ${rows} rows of ${Object.keys(tables).length} tables, ${files.count} files; read back and right`)
  if (files.store === 'bucket')
    console.log('! The files are in the S3 bucket and not in this archive: back the bucket up too.')
  for (const key of missing_files) console.log(`! A row names the file ${key}, which the store does not have.`)
  if (unopened.length > 0)
    console.log(
      `! The encryption keys here do not open ${unopened.join(', ')}: find the right ones now, not at a restore.`,
    )
  console.log(
    has_keys
      ? '! THE ENCRYPTION KEYS ARE IN THIS ARCHIVE. Whoever has it reads every name and number in it: keep it as you keep the keys.'
      : '! THE ENCRYPTION KEYS ARE NOT IN THIS ARCHIVE. Without them names, numbers and telephones stay unreadable for ever:\n  keep a copy of ENCRYPTION_KEYS, or of DATA_DIR/encryption-keys, in another place than the archive.',
  )
}

if (values.help) console.log(usage)
else
  await backup().catch((error: Error) => {
    sayWhy('no backup was made', error)
    process.exitCode = 1
  })
