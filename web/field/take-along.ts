import { get } from '../api.ts'
import type { Finding } from '../inspections/inspection.ts'
import { boxOf } from '../map/geojson.ts'
import { groundSources } from './ground.ts'
import { keepTaken, mapCache, type Pack, type Taken } from './kept.ts'
import { tilesOver, withMargin } from './tiles.ts'

export type Progress = { done: number; of: number }

/** Takes the day along: its digs, the words of the findings, and the map around them, so that the page works without a network. Tells how far it is. */
export async function takeAlong(onProgress: (progress: Progress) => void): Promise<Taken> {
  const asked = Date.now()
  const pack = await get<Pack>('/api/field/pack')
  const { entries } = await get<{ entries: Finding[] }>('/api/dictionaries/inspection_finding')
  const ahead_ms = Date.parse(pack.now) - (asked + Date.now()) / 2
  const taken: Taken = { pack, findings: entries, ahead_ms, taken_at: pack.now }
  await keepTaken(taken)
  await takeMap(pack, onProgress)
  return taken
}

async function takeMap(pack: Pack, onProgress: (progress: Progress) => void): Promise<void> {
  const boxes = pack.digs.flatMap(({ geometry }) => boxOf(geometry) ?? [])
  const all = [0, 1, 2, 3].map((side) => boxes.filter((_, i) => i % 4 === side))
  if (boxes.length === 0) return
  const box = withMargin([Math.min(...all[0]!), Math.min(...all[1]!), Math.max(...all[2]!), Math.max(...all[3]!)])
  const tiles = tilesOver(box)
  const wanted = groundSources.flatMap((name) => tiles.map(([z, x, y]) => `/tiles/${name}/${z}/${x}/${y}`))
  const cache = await caches.open(mapCache)
  let done = 0
  const next = async (): Promise<void> => {
    for (let url = wanted.pop(); url; url = wanted.pop()) {
      const answer = await fetch(url, { cache: 'no-cache' })
      // an empty tile is an answer too; a cache takes no 204
      if (answer.ok)
        await cache.put(url, new Response(answer.status === 204 ? new ArrayBuffer(0) : await answer.blob()))
      done += 1
      if (done % 20 === 0) onProgress({ done, of: done + wanted.length })
    }
  }
  await Promise.all([next(), next(), next(), next()])
  onProgress({ done, of: done })
}

/** Puts the page itself on the device. Answers false where a browser cannot. */
export async function settleIn(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  await navigator.serviceWorker.register('/field-worker.js', { scope: '/field' })
  await navigator.serviceWorker.ready
  return true
}
