import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { benchMatch, type Matching } from '../bench/match.ts'
import { benchDatabase, type Figures } from '../bench/measure.ts'
import { benchRecount } from '../bench/recount.ts'
import type { Database } from '../db/database.ts'
import { openEmbedded } from '../db/embedded.ts'
import { openExternal } from '../db/external.ts'
import { projectRoot } from '../db/root.ts'

/** `npm run bench`: tiles, area queries and moves on both databases in one run, and the ratios between them; `-- match` the matching alone. Fails when either is missing. */
async function main(): Promise<void> {
  const url = process.env.TEST_DATABASE_URL
  if (!url)
    throw new Error(
      'no PostgreSQL + PostGIS to compare with: run it through .ci/with-postgis, or set TEST_DATABASE_URL',
    )
  if (process.argv[2] === 'match') return console.log(matching(await matched(url)).join('\n'))
  const embedded = await measured('embedded', () => openEmbedded({}))
  const postgis = await measured('PostGIS', () => freshDatabase(url))
  const lines = [
    ...report(embedded.figures, postgis.figures),
    '',
    ...recounts(embedded, postgis),
    '',
    ...matching(await matched(url)),
  ]
  console.log(lines.join('\n'))
  writeFileSync(join(projectRoot, 'docs/performance.md'), `${page(lines)}\n`)
}

/** Suspected digs are matched on the server's database alone: of a city, not of a demo. */
async function matched(url: string): Promise<Matching> {
  console.log('matching on PostGIS …')
  const db = await freshDatabase(url)
  try {
    return await benchMatch(db, { digs: 200_000, detections: 20_000 })
  } finally {
    await db.close()
  }
}

interface Measured {
  figures: Figures
  recount: Awaited<ReturnType<typeof benchRecount>>
}

async function measured(name: string, open: () => Promise<Database>): Promise<Measured> {
  console.log(`measuring on ${name} …`)
  const db = await open()
  try {
    return { figures: await benchDatabase(db), recount: await benchRecount(db) }
  } finally {
    await db.close()
  }
}

async function freshDatabase(url: string): Promise<Database> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('drop database if exists dongtu_bench with (force)')
  await client.query('create database dongtu_bench')
  await client.end()
  const own = new URL(url)
  own.pathname = '/dongtu_bench'
  return openExternal({ url: own.toString(), poolSize: 8, statementTimeoutMs: 60_000, prepared: true })
}

function report(embedded: Figures, postgis: Figures): string[] {
  const rows = Object.keys(postgis).map((name) => {
    const [one, other] = [embedded[name]!, postgis[name]!]
    const figure = (f: typeof one) =>
      `${f.per_second.toFixed(0)}/s · p50 ${f.p50_ms.toFixed(1)} · p95 ${f.p95_ms.toFixed(1)} ms`
    return `| ${name} | ${figure(one)} | ${figure(other)} | ${(other.per_second / one.per_second).toFixed(2)} |`
  })
  return ['| what | embedded | PostGIS | PostGIS : embedded |', '|---|---|---|---|', ...rows]
}

/** The recount is held to three times a plain update on PostGIS: more is a failure of the bench. */
function recounts(embedded: Measured, postgis: Measured): string[] {
  const cell = ({ recount: { recount_ms, update_ms, ratio } }: Measured) =>
    `${recount_ms.toFixed(0)} ms · ${update_ms.toFixed(0)} ms · ${ratio.toFixed(2)}`
  const told = ({ recount }: Measured) => `${recount.told_ms.toFixed(0)} ms`
  if (postgis.recount.ratio > 3) process.exitCode = 1
  return [
    '| 10,000 deadlines counted again after a change of the calendar | embedded | PostGIS |',
    '|---|---|---|',
    `| recount · one plain update of the same rows · ratio (PostGIS: at most 3) | ${cell(embedded)} | ${cell(postgis)} |`,
    `| then everybody told, an event each | ${told(embedded)} | ${told(postgis)} |`,
  ]
}

/** The match is to take at most three times the bare spatial join of the same rows; it does not yet, and the table says so. */
function matching({ digs, detections, pairs, match_ms, join_ms, ratio }: Matching): string[] {
  const many = (count: number) => count.toLocaleString('en')
  return [
    `| ${many(detections)} detections matched with ${many(digs)} permitted digs | PostGIS |`,
    '|---|---|',
    `| match · bare spatial join (${many(pairs)} pairs) · ratio (wanted: at most 3) | ${match_ms.toFixed(0)} ms · ${join_ms.toFixed(0)} ms · ${ratio.toFixed(2)} |`,
    `| counted again without the database | every one agrees |`,
  ]
}

function page(lines: string[]): string {
  const day = new Date().toISOString().slice(0, 10)
  return [
    '# Performance',
    '',
    'Written by `npm run bench`: the demo district (about 2,000 digs, 21,000 homes) through the whole application, in one process, on both databases in the same run.',
    'Absolute figures move from machine to machine; the ratios of one run are what counts.',
    '',
    `${day}, ${cpus().length} cores, Node ${process.version}.`,
    '',
    ...lines,
    '',
    'Tiles: distinct tiles of z11 to z16 over the busiest places. *First time* makes each tile; *again* takes it from memory. Area queries: boxes of about 1 km with the features in them.',
    'Moves: plans filed, applied for and accepted, each one transaction with its clocks, event, audit row and fold. Eight requests at a time.',
    'Deadlines: 10,000 running clocks after the notice of 2020-01-27, each with the version that shows what moved. All are right first; the events follow in batches.',
    'Detections: the statement that decides, explains and stores each match, against `st_intersects` of the same rows; medians of five, in turn.',
  ].join('\n')
}

// The application's watchers of the bench would keep the process; what was measured is written.
main()
  .then(() => process.exit())
  .catch((error: Error) => {
    console.error(error.message)
    process.exit(1)
  })
