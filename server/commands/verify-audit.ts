import { parseArgs } from 'node:util'
import { verifyAllChains, type Verdict } from '../audit/verify.ts'
import { Refusal } from '../backup/refusal.ts'
import { readConfig, type Config } from '../config.ts'
import { FolderInUse } from '../db/lock.ts'
import { readSteps, refuseNewer } from '../db/migrate.ts'
import { openExisting } from '../db/open.ts'
import { createRun } from '../run.ts'
import { sayWhy } from './say-why.ts'

const usage = `npm run verify-audit -- [options]
  --url http://127.0.0.1:8080   a server that runs on the embedded folder (or DONGTU_URL): it is asked for its own district
  --token …         an auditor's or administrator's token for that server (or DONGTU_TOKEN)
It recomputes the chains of every district in the database of DATABASE_URL, else in the folder of DATA_DIR.
The exit status is 0 when every chain holds, 1 when one is broken, 2 when they could not be read.`

const options = {
  url: { type: 'string', default: process.env.DONGTU_URL },
  token: { type: 'string', default: process.env.DONGTU_TOKEN },
  help: { type: 'boolean', default: false },
} as const

type Found = Verdict & { district_code?: number }

/** The verdicts, one line each; the exit status. */
async function verify(values: { url?: string; token?: string }): Promise<number> {
  const config = readConfig(process.env)
  const verdicts: Found[] = await direct(config).catch((error: Error) => {
    if (!(error instanceof FolderInUse)) throw error
    return throughServer(config, values, error)
  })
  for (const { district_code, stream, entries, broken_at } of verdicts) {
    const where = `${district_code ? `district ${district_code}` : 'the district of the token'}, ${stream} chain`
    console.log(
      broken_at === null
        ? `${where}: ${entries} entries, intact`
        : `${where}: BROKEN at entry ${broken_at} (the ${entries} before it hold)`,
    )
  }
  const broken = verdicts.filter(({ intact }) => !intact).length
  console.log(broken === 0 ? `${verdicts.length} chains hold` : `${broken} of ${verdicts.length} chains are broken`)
  return broken === 0 ? 0 : 1
}

async function direct(config: Config): Promise<Found[]> {
  const db = await openExisting(config)
  try {
    const steps = await db.transaction(readSteps)
    if (!steps) throw new Refusal('this is not a Dongtu database')
    refuseNewer(steps.keys())
    const now = () => new Date()
    return await verifyAllChains(createRun({ db, clock: { now, wall: now } }))
  } finally {
    await db.close()
  }
}

async function throughServer(
  config: Config,
  { url: given, token }: { url?: string; token?: string },
  inUse: FolderInUse,
): Promise<Found[]> {
  if (!token) throw new Refusal(`${inUse.message}; or give an auditor's --token, and its server is asked`)
  const url = (given ?? `http://${config.HOST}:${config.PORT}`).replace(/\/$/, '')
  const answer = await fetch(`${url}/api/audit/verify`, { headers: { authorization: `Bearer ${token}` } }).catch(() => {
    throw new Refusal(`no server answers at ${url}: give its --url`)
  })
  const said = (await answer.json().catch(() => ({}))) as { chains?: Verdict[]; detail?: string }
  if (!answer.ok || !said.chains)
    throw new Refusal(`the server at ${url} refused: ${answer.status} ${said.detail ?? ''}`)
  return said.chains
}

try {
  const { values } = parseArgs({ options })
  if (values.help) console.log(usage)
  else process.exitCode = await verify(values)
} catch (error) {
  sayWhy('the chains were not verified', error as Error)
  process.exitCode = 2
}
