import { get } from '../api.ts'
import type { Finding } from '../inspections/inspection.ts'
import { boxAround } from '../map/geojson.ts'
import { groundSources } from './ground.ts'
import { keepTaken, mapCache, type Pack } from './kept.ts'
import { tilesOver, withMargin } from './tiles.ts'

export type Progress = { done: number; of: number }

/** Takes the day along: its digs, the words of the findings, and the map around them, so that the page works without a network. Tells how far it is. */
export async function takeAlong(onProgress: (progress: Progress) => void): Promise<void> {
  const asked = Date.now()
  const pack = await get<Pack>('/api/field/pack')
  const { entries } = await get<{ entries: Finding[] }>('/api/dictionaries/inspection_finding')
  const ahead_ms = Date.parse(pack.now) - (asked + Date.now()) / 2
  await keepTaken({ pack, findings: entries, ahead_ms })
  await takeMap(pack, onProgress)
}

async function takeMap(pack: Pack, onProgress: (progress: Progress) => void): Promise<void> {
  const box = boxAround(pack.digs.map(({ geometry }) => geometry))
  if (!box) return
  const tiles = tilesOver(withMargin(box))
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

/** Puts the page itself on the device, where the browser can. */
export async function settleIn(): Promise<void> {
  if ('serviceWorker' in navigator) await navigator.serviceWorker.register('/field-worker.js', { scope: '/field' })
}
