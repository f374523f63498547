import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { loadKeys } from './access/load-keys.ts'
import { openOpenId } from './access/open-id.ts'
import { firstAdminLink } from './accounts/first-admin.ts'
import { createApp } from './app.ts'
import { OffsetClock } from './clocks/business-clock.ts'
import { readConfig } from './config.ts'
import { migrate, NewerDatabase } from './db/migrate.ts'
import { FolderInUse } from './db/lock.ts'
import { openDatabase } from './db/open.ts'
import { startDemo } from './demo/start.ts'
import type { Parts } from './http/environment.ts'
import { createOutbound } from './http/outbound.ts'
import { createHub } from './live/hub.ts'
import { startRelay, type Relay } from './outbox/relay.ts'
import { react } from './reactions.ts'
import { actionSources } from './routes.ts'
import { createRun } from './run.ts'
import { startSchedule } from './schedule.ts'
import { openStore } from './store/open.ts'
import { readSetting, storeSetting } from './settings/setting.ts'
import { deliverAllDue } from './webhooks/jobs.ts'

const offsetKey = 'clock.offset_ms'

/** Opens the database, brings it up to date, starts what runs by itself, listens when `also` is done too; stops cleanly on SIGTERM. */
async function main(also: Promise<unknown>): Promise<void> {
  const began = Date.now()
  const config = readConfig(process.env)
  const log = pino({ level: config.LOG_LEVEL })
  const say = (text: string) => process.stdout.write(`${text}\n`)
  say(
    config.DATABASE_URL
      ? 'opening PostgreSQL …'
      : `opening the embedded database in ${config.DATA_DIR} (the first time takes about ten seconds) …`,
  )
  const db = await openDatabase(config)
  const steps = await migrate(db, new Date(), (step) => log.debug({ step }, 'applying'))
  if (steps > 0) say(`database brought up to date (${steps} steps)`)

  const clock = new OffsetClock()
  const run = createRun({ db, clock })
  clock.offset = (await readSetting(run, offsetKey)) ?? 0
  const hub = createHub()
  let isReady = false
  const parts: Parts = {
    db,
    clock,
    config,
    run,
    hub,
    keys: loadKeys(config),
    openId: openOpenId(config),
    store: await openStore(config, clock.wall),
    actions: actionSources,
    demo: false,
    turnClock: null,
    ready: () => isReady,
  }
  const demo = await startDemo(parts, say)
  if (demo) {
    parts.demo = true
    parts.turnClock = async (to) => {
      clock.offset = to.getTime() - Date.now()
      await storeSetting(run, offsetKey, clock.offset)
      await schedule.runAll()
    }
  }
  const outbound = createOutbound({ allow_loopback: parts.demo || config.WEBHOOK_ALLOW_LOOPBACK === 'on' })
  const deliver = () =>
    deliverAllDue({ ...parts, outbound, random: Math.random }).catch((error: Error) =>
      log.error({ err: error }, 'deliveries'),
    )
  let relay: Relay | null = null
  const deliveries = setInterval(() => void deliver(), 1000)
  const schedule = startSchedule(parts, config.DISTRICT_CODE, (job, error) => log.error({ job, err: error }, 'job'))

  const app = createApp(parts)
  const server = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, async ({ port }) => {
    const url = `http://${config.HOST}:${port}`
    await demo?.begin(url)
    await schedule.runAll()
    await also
    isReady = true
    const link = await firstAdminLink(parts, config.PUBLIC_URL ?? url)
    if (link) say(`nobody can sign in yet: the first administrator opens ${link} (works once, for a week)`)
    log.info({ milliseconds: Date.now() - began, database: db.kind }, 'ready')
    say(`listening on ${url}`)
    // After the line: what a new demo holds is numbered in the background, some seconds of the embedded database.
    relay = await startRelay(
      parts,
      react,
      () => void deliver(),
      (events) => hub.publish(events),
    )
  })

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    isReady = false
    clearInterval(deliveries)
    setTimeout(() => process.exit(0), 9000).unref() // streams that stay open do not hold the exit
    server.close()
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    await schedule.stop()
    await relay?.stop()
    await demo?.close()
    await db.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

/** Starts the server, or says in a sentence why it cannot. */
export function start(also: Promise<unknown> = Promise.resolve()): Promise<void> {
  return main(also).catch((error: Error) => {
    const known = error instanceof FolderInUse || error instanceof NewerDatabase || error.message.startsWith('setting ')
    process.stderr.write(known ? `Dongtu cannot start: ${error.message}\n` : `Dongtu cannot start: ${error.stack}\n`)
    process.exit(1)
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void start()
