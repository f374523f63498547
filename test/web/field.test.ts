import { expect, test } from 'vitest'
import { bodyOf } from '../../web/field/send.ts'
import { seal, sealKey, unseal } from '../../web/field/seal.ts'
import { tilesOver, withMargin } from '../../web/field/tiles.ts'

const draft = {
  project_id: 'prj_510116_a',
  site_id: 'sit_510116_b',
  follows: undefined,
  known_visits: 3,
  started_at: '2026-11-27T01:00:00Z',
  outcome: 'failed_low' as const,
  findings: { no_barrier: ' 南侧 ', bare_soil: '' },
  note: ' ',
  promoter_told: true,
  made_safe: undefined,
  standing: undefined,
  sketch: undefined,
  category: 'live_site',
}
const kept = { inspected_at: '2026-11-27T01:20:00Z' }

test('a visit goes out with its own times and how many visits its inspector had seen; what its outcome does not ask for stays behind', () => {
  expect(bodyOf(draft, kept, ['att_1'])).toEqual({
    project_id: 'prj_510116_a',
    site_id: 'sit_510116_b',
    kind: 'patrol',
    category: 'live_site',
    outcome: 'failed_low',
    known_visits: 3,
    findings: [{ code: 'no_barrier', note: '南侧' }, { code: 'bare_soil' }],
    started_at: '2026-11-27T01:00:00Z',
    inspected_at: '2026-11-27T01:20:00Z',
    attachments: ['att_1'],
  })
  const passed = bodyOf({ ...draft, outcome: 'passed' as never }, kept, [])
  expect(passed.findings).toEqual([])
  const again = bodyOf({ ...draft, follows: 'rec_510116_c' as never }, kept, [])
  expect(again).toMatchObject({ follows_rectification_id: 'rec_510116_c' })
  expect(again).not.toHaveProperty('project_id')
})

test('what is sealed is opened with the same key only, and the key cannot be taken out', async () => {
  const [key, other] = [await sealKey(), await sealKey()]
  const words = new TextEncoder().encode('西门 13800001111')
  const sealed = await seal(key, words)
  expect(Buffer.from(sealed.bytes).includes(Buffer.from('13800001111'))).toBe(false)
  expect(await unseal(key, sealed)).toEqual(words)
  await expect(unseal(other, sealed)).rejects.toThrow()
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})

test('the map that is taken along covers the digs to single streets, and of a whole province leaves the finest out', () => {
  // Shuangliu's box: 0.25° by 0.39°
  const tiles = tilesOver(withMargin([103.79, 30.28, 104.04, 30.67]))
  const of = (z: number) => tiles.filter(([zoom]) => zoom === z)
  // at zoom 14 a tile is 360° / 2^14 = 0.02197° wide: 0.29° are 14 or 15 columns
  expect(new Set(of(14).map(([, x]) => x)).size).toBeGreaterThanOrEqual(14)
  expect(of(14)).toContainEqual([14, 12923, 6726])
  const wide = tilesOver([100, 28, 106, 33])
  expect(wide.length).toBeLessThanOrEqual(1_200)
  expect(Math.max(...wide.map(([z]) => z))).toBeLessThan(14)
})
