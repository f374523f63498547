import { expect, test } from 'vitest'
import { world } from '../world.ts'

test('every form finds its codes in both languages, signed in or not', async () => {
  const w = await world()
  for (const name of ['inspection_finding', 'utility_response', 'rejection_reason']) {
    const answer = await w.as(null).get(`/api/dictionaries/${name}`)
    expect(answer.status).toBe(200)
    expect(answer.body.dictionary).toBe(name)
    expect(answer.body.entries.length).toBeGreaterThan(3)
    for (const entry of answer.body.entries) expect(entry.label_zh && entry.label_en && entry.code).toBeTruthy()
  }
  const { entries } = (await w.as(await w.member('inspector')).get('/api/dictionaries/inspection_finding')).body
  expect(entries).toContainEqual(
    expect.objectContaining({ code: 'no_barrier', label_en: expect.any(String), properties: { severity: 'high' } }),
  )
})

test('a dictionary that is none is 404', async () => {
  const w = await world()
  const answer = await w.as(null).get('/api/dictionaries/person')
  expect([answer.status, answer.body.code]).toEqual([404, 'dictionaries/not-found'])
})
