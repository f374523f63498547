import { systemActor } from '../access/actor.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { Parts } from '../http/environment.ts'
import { outsideCode } from '../projects/responsible.ts'
import type { TileCache } from './cache.ts'
import type { Box } from './tile-bounds.ts'

export interface ChangeWatch {
  /** Resolves when every change that has been heard of so far has been taken out of the cache. Asks for unheard ones once a second. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** More than this at once (an import, a restart) is not followed shape by shape: everything is made anew. */
const followed = 500
const pollEvery_ms = 1000

/**
 * Keeps a tile cache true: each committed event names a dig or a detection, and the tiles over all its shapes, past and present, are
 * forgotten. Events are read before they are numbered, so the tiles are new before anybody is told that something changed.
 * A notification is a hint; that the numbering went on, looked up while tiles are asked for, is the truth.
 */
export async function watchChanges(
  { db, run, clock }: Pick<Parts, 'db' | 'run' | 'clock'>,
  cache: TileCache,
): Promise<ChangeWatch> {
  const districts = new Map<number, Progress>()
  let dirty = new Set<number>()
  let isQueued = false
  let current = Promise.resolve()
  let polled_at = clock.wall().getTime()

  const follow = async (district_code: number) => {
    const before = districts.get(district_code) ?? { seq: 0, seen: new Set() }
    const { progress, changes } = await readChanges(run, district_code, before).catch(() => ({
      progress: before,
      changes: null,
    }))
    districts.set(district_code, progress)
    if (changes) for (const change of changes) forget(cache, change)
    else cache.clear()
  }
  // one batch runs and at most one waits, however many notifications arrive
  const queue = () => {
    if (isQueued) return
    isQueued = true
    current = current.then(async () => {
      isQueued = false
      const batch = dirty
      dirty = new Set()
      for (const district_code of batch) await follow(district_code)
    })
  }
  const stop = await db.listen('dongtu_event', (payload) => {
    dirty.add(Number(payload))
    queue()
  })
  for (const { district_code, seq } of await readHeads(run)) districts.set(district_code, { seq, seen: new Set() })

  const poll = async () => {
    const heads = await readHeads(run).catch(() => []) // without a database what is in memory is served on
    for (const { district_code, seq } of heads)
      if (seq > (districts.get(district_code)?.seq ?? 0)) dirty.add(district_code)
    if (dirty.size > 0) queue()
  }
  const settled = () => {
    const wall = clock.wall().getTime()
    if (Math.abs(wall - polled_at) < pollEvery_ms) return current
    polled_at = wall
    const heard = current
    current = current.then(poll)
    return heard
  }
  return { settled, stop }
}

type Change = Queries['tiles/list_changes']['row']
interface Progress {
  /** Every event up to this number has been followed, and these ones without a number yet. */
  seq: number
  seen: ReadonlySet<string>
}

const readHeads = (run: Parts['run']) =>
  run(systemActor(outsideCode), ({ tx }) => tx.many('tiles/list_event_heads', { district_code: null }))

/** The changes of a district since the last time; null when they are too many to follow one by one. */
async function readChanges(
  run: Parts['run'],
  district_code: number,
  before: Progress,
): Promise<{ progress: Progress; changes: Change[] | null }> {
  return run(systemActor(district_code), async ({ tx }) => {
    const [head] = await tx.many('tiles/list_event_heads', { district_code })
    const changes = await tx.many('tiles/list_changes', { district_code, seq: before.seq })
    if (changes.length > followed) return { progress: { seq: head?.seq ?? 0, seen: new Set() }, changes: null }
    const progress = {
      seq: changes.findLast(({ seq }) => seq !== null)?.seq ?? before.seq,
      seen: new Set(changes.filter(({ seq }) => seq === null).map(({ id }) => id)),
    }
    return { progress, changes: changes.filter(({ id }) => !before.seen.has(id)) }
  })
}

const digLayers = ['projects', 'project_points', 'sites']

function forget(cache: TileCache, change: Change): void {
  if (change.subject_kind === 'import' || change.subject_kind === 'layer') return cache.clear()
  if (!hasBox(change)) return
  const touched = [
    ...(change.is_project ? digLayers : []),
    ...(change.subject_kind === 'detection' ? ['detections'] : []),
  ]
  for (const layer of touched) cache.forget(layer, change)
}

const hasBox = (change: Change): change is Change & Box => change.min_x !== null
