import { expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { applied, granted, movePermit, ok, papersOf, printAll } from './papers.ts'
import { readPdf, scan } from './read-pdf.ts'

const check = async (w: World, code: string) => ok(await w.as(null).get(`/api/check/${code}`)).body

test('the code on a board says day by day how the permit stands, without an account', async () => {
  const w = await world()
  const dig = await applied(w)
  for (const code of [dig.id, dig.permit_id]) expect((await check(w, code)).verdict).toBe('unknown')
  await movePermit(w, dig.authority, dig.permit_id, 'accept-application')
  await movePermit(w, dig.authority, dig.permit_id, 'grant', {})
  expect(await check(w, dig.id)).toMatchObject({
    verdict: 'not_yet',
    valid_from: '2026-03-10',
    valid_to: '2026-04-30',
    promoter_name: '测试promoter',
    authority_zh: '测试authority',
    authority_en: 'Test authority',
    phone: '12345',
    checked_on: '2026-03-02',
  })
  await movePermit(w, dig.authority, dig.permit_id, 'deliver')
  w.clock.set('2026-03-09T16:00:00Z')
  for (const code of [dig.id, dig.permit_id]) expect((await check(w, code)).verdict).toBe('valid')
  ok(await w.as(dig.promoter).post(`/api/projects/${dig.id}/start`))
  ok(await w.as(dig.authority).post(`/api/projects/${dig.id}/suspend`, { reason: '停' }))
  expect((await check(w, dig.id)).verdict).toBe('suspended')
  ok(await w.as(dig.authority).post(`/api/projects/${dig.id}/resume`))
  w.clock.set('2026-04-30T15:59:00Z')
  expect((await check(w, dig.id)).verdict).toBe('valid')
  w.clock.set('2026-04-30T16:00:00Z')
  expect((await check(w, dig.id)).verdict).toBe('expired')
})

test('a revoked permit says so, with its day, by both codes', async () => {
  const w = await world()
  const dig = await granted(w)
  w.clock.set('2026-03-12T02:00:00Z')
  await movePermit(w, dig.authority, dig.permit_id, 'revoke', { reason: '材料虚假', basis: '行政许可法 第69条' })
  for (const code of [dig.id, dig.permit_id]) {
    const answer = await check(w, code)
    expect(answer).toMatchObject({ verdict: 'ended', status: 'revoked', ended_on: '2026-03-12' })
    expect(JSON.stringify(answer)).not.toMatch(/材料虚假|测试员/)
  }
})

test('an emergency dig is one, and a code that is not ours, or of an application that was refused, is unknown', async () => {
  const w = await world()
  await w.member('authority')
  const promoter = await w.member('promoter')
  const started = ok(
    await w.as(promoter).post('/api/projects/emergency-start', {
      name: '抢修',
      kind: 'emergency_repair',
      cause: '爆管',
      geometry: { type: 'Point', coordinates: [103.921, 30.5705] },
      radius_m: 5,
      planned_from: '2026-03-02',
      planned_to: '2026-03-05',
    }),
  )
  expect(await check(w, started.body.id)).toMatchObject({ verdict: 'emergency', project_name: '抢修' })
  const dig = await applied(w)
  await movePermit(w, dig.authority, dig.permit_id, 'not-accept', { reason: '不受理' })
  const nobody = 'per_510116_00000000-0000-4000-8000-000000000000'
  for (const code of [dig.id, dig.permit_id, nobody, 'DROP', 'https://elsewhere.example'])
    expect(await check(w, encodeURIComponent(code))).toMatchObject({
      verdict: 'unknown',
      phone: '12345',
      promoter_name: null,
    })
})

test('a paper is genuine by its code, which tells no party and no reason; a replaced one is not the one that counts', async () => {
  const w = await world()
  const dig = await applied(w)
  await movePermit(w, dig.authority, dig.permit_id, 'accept-application')
  await movePermit(w, dig.authority, dig.permit_id, 'refuse', { reason: '秘密理由' })
  await printAll(w)
  const [refusal] = await papersOf(w, dig.authority, dig.id)
  const answer = await check(w, refusal!.id)
  expect(answer).toMatchObject({ verdict: 'document', number: refusal!.number, sha256: refusal!.sha256 })
  expect(JSON.stringify(answer)).not.toMatch(/promoter"?:"测试|秘密理由|管线改造/)
  ok(await w.as(dig.authority).post(`/api/documents/${refusal!.id}/reissue`, { reason: '错别字' }))
  expect((await check(w, refusal!.id)).verdict).toBe('replaced')
})

test('the board to hang up names the dig, its permit, its people and the number to call, and its code is the dig’s check', async () => {
  const w = await world()
  const dig = await granted(w)
  await printAll(w)
  const answer = await w.as(dig.promoter).raw(`/api/projects/${dig.id}/board`)
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('动土施工公示牌'))
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const { text, missing_glyphs, pages } = await readPdf(bytes)
  const number = (await papersOf(w, dig.promoter, dig.id)).find(({ kind }) => kind === 'permit')!.number
  for (const words of ['动土施工公示牌', '检查测试路管线改造', number, '测试promoter', '12345', '第35条'])
    expect(text).toContain(words)
  expect([missing_glyphs, pages]).toEqual([0, 1])
  expect(await scan(bytes)).toBe(`http://127.0.0.1:8080/?check=${dig.id}`)
})
