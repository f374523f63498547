import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../server/db/database.ts'
import { startRelay, type CommittedEvent } from '../../server/outbox/relay.ts'
import { openTestDatabase } from '../database.ts'
import { world, type World } from '../world.ts'

// A relay serves every district of its database: on one of its own, or it would work through what all other tests have left.
let db: Database
beforeAll(async () => {
  db = await openTestDatabase(`relay_${process.pid}`)
})
afterAll(() => db.close())

const happen = (w: World, type: string) =>
  w.look((ctx) =>
    ctx.emit({
      type,
      district_code: w.district_code,
      subject_kind: 'test',
      subject_id: crypto.randomUUID(),
      subject_version: 1,
    }),
  )
const mine = (w: World, events: CommittedEvent[]) =>
  events.filter((event) => event.district_code === w.district_code).map((event) => event.type)

test('every committed event is handed on once, in order, and only after it was numbered', async () => {
  const w = await world({ db })
  const seen: CommittedEvent[] = []
  await happen(w, 'test.first')
  w.clock.add(1)
  await happen(w, 'test.second')
  const relay = await startRelay(
    w.parts,
    async () => undefined,
    (event) => seen.push(event),
  )
  await relay.turn()
  await relay.turn()
  await relay.stop()
  expect(mine(w, seen)).toEqual(['test.first', 'test.second'])
  expect(seen.every((event) => event.seq > 0)).toBe(true)
})

test('a failing reaction writes nothing and is tried again later; the next event does not wait for it', async () => {
  const w = await world({ db })
  await happen(w, 'test.bad')
  w.clock.add(1)
  await happen(w, 'test.good')
  const tried: string[] = []
  const relay = await startRelay(
    w.parts,
    async (ctx, event) => {
      if (event.district_code !== w.district_code) return
      tried.push(event.type)
      await ctx.audit({ action: `reacted.${event.type}`, subject_kind: 'test' })
      if (event.type === 'test.bad' && tried.filter((type) => type === 'test.bad').length === 1)
        throw new Error('not now')
    },
    () => undefined,
  )
  await relay.turn()
  expect(tried).toEqual(['test.bad', 'test.good'])
  w.clock.add(1)
  await relay.turn()
  await relay.stop()
  const reacted = await w.look(({ tx }) =>
    tx.raw<{ action: string }>(`select action from audit where district_code = $1 order by action`, [w.district_code]),
  )
  expect(reacted.map((row) => row.action)).toEqual(['reacted.test.bad', 'reacted.test.good'])
})

test('open pages hear of all events of an act together, before its reactions; one that fails does not keep them waiting', async () => {
  const w = await world({ db })
  await happen(w, 'test.first')
  w.clock.add(1)
  await happen(w, 'test.second')
  const heard: string[][] = []
  const relay = await startRelay(
    w.parts,
    async (_ctx, event) => {
      if (event.district_code !== w.district_code) return
      expect(heard).toHaveLength(1)
      throw new Error('not now')
    },
    () => undefined,
    (events) => {
      const own = events.filter((event) => event.district_code === w.district_code)
      if (own.length > 0) heard.push(own.map((event) => event.type))
    },
  )
  await relay.turn()
  await relay.stop()
  expect(heard).toEqual([['test.first', 'test.second']])
})
