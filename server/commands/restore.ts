import { parseArgs } from 'node:util'
import { restoreBackup, type Restored } from '../backup/restore.ts'
import { readConfig, type Config } from '../config.ts'
import { sayWhy } from './say-why.ts'

const usage = `npm run restore -- FILE [options]
  --into PLACE            a folder (embedded) or postgres://… (default: DATABASE_URL, else DATA_DIR); files and keys go to DATA_DIR
  --replace               lose what the place holds now
  --without-keys          restore although the encryption keys here do not open it: what is sealed stays unreadable
  --accept-broken-chain   restore although an audit chain in it is broken
Stop the server of the place first. Everything is restored, or nothing is changed.
The exit status is 0 when everything was restored and proved, 1 when nothing was changed, 2 when the command was not understood.`

const options = {
  into: { type: 'string' },
  replace: { type: 'boolean', default: false },
  'without-keys': { type: 'boolean', default: false },
  'accept-broken-chain': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

function understood() {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`)
    process.exit(2)
  }
}
const { values, positionals } = understood()

async function restore(file: string): Promise<void> {
  const config = placed(readConfig(process.env), values.into)
  const restored = await restoreBackup(
    config,
    file,
    () => new Date(),
    {
      may_replace: values.replace,
      without_keys: values['without-keys'],
      accept_broken_chain: values['accept-broken-chain'],
    },
    (text) => console.log(text),
  )
  report(config, restored)
}

function placed(config: Config, into: string | undefined): Config {
  if (!into) return config
  if (/^postgres(ql)?:\/\//.test(into)) return { ...config, DATABASE_URL: into }
  return { ...config, DATABASE_URL: undefined, DATA_DIR: into }
}

function report(config: Config, { manifest, made_at, migrations, chains, keys_kept, unopened }: Restored): void {
  const tables = Object.values(manifest.tables)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(`restored the backup of ${made_at} into ${config.DATABASE_URL ? 'PostgreSQL' : config.DATA_DIR}:`)
  console.log(`  ${rows} rows of ${tables.length} tables, each table counted and hashed again: the same`)
  for (const { district_code, stream, entries, broken_at } of chains)
    console.log(
      `  district ${district_code}, ${stream} chain: ${entries} entries, ${broken_at ? `BROKEN at ${broken_at}` : 'intact'}`,
    )
  console.log(`  ${manifest.files.count} files`)
  for (const step of migrations) console.log(`  brought up to date: ${step}`)
  if (keys_kept) console.log('  the encryption keys of the archive are kept in DATA_DIR/encryption-keys')
  if (unopened.length > 0) console.log(`! The keys here do not open ${unopened.join(', ')}: it stays unreadable.`)
  if (manifest.files.store === 'bucket')
    console.log('! Its files were in an S3 bucket: set S3_ENDPOINT to that bucket, or a copy of it.')
}

if (values.help || positionals.length !== 1) {
  console.log(usage)
  process.exitCode = values.help ? 0 : 2
} else
  await restore(positionals[0]!).catch((error: Error) => {
    sayWhy('nothing was restored, and nothing was changed', error)
    process.exitCode = 1
  })
