import { expect, test } from 'vitest'
import { addIssued } from '../../server/attachments/add-issued.ts'
import { makeDocuments } from '../../server/documents/make.ts'
import { upload } from '../attachments/upload.ts'
import { audits } from '../projects/dig.ts'
import { world } from '../world.ts'
import { applied, bytesOf, granted, movePermit, papersOf, printAll, relayAll, type Paper } from './papers.ts'

const permitOf = (papers: Paper[]) => papers.find(({ kind }) => kind === 'permit')!

test('a move has its paper once, however often its event is handed on; the file is one of the dig with its hash', async () => {
  const w = await world()
  const dig = await granted(w)
  await printAll(w)
  await w.look(({ tx }) => tx.raw(`update outbox set done_at = null where district_code = $1`, [w.district_code]))
  await printAll(w)
  const papers = await papersOf(w, dig.promoter, dig.id)
  expect(papers.map(({ kind }) => kind).sort()).toEqual(['acceptance_receipt', 'permit'])
  const { documents } = (await w.as(dig.promoter).get(`/api/projects/${dig.id}`)).body
  expect(documents.map(({ id }: { id: string }) => id).sort()).toEqual(papers.map((one) => one.attachment_id).sort())
  const { sha256 } = permitOf(papers)
  const answer = await w.as(dig.promoter).raw(`/api/documents/${permitOf(papers).id}`)
  expect(answer.headers.get('etag')).toBe(`"${sha256}"`)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="[^"]+"; filename\*=UTF-8''%E5%87%86/)
  const saved = await w.as(dig.promoter).raw(`/api/documents/${permitOf(papers).id}?save=true`)
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(await audits(w, 'document.issue')).toHaveLength(2)
  const { events } = (await w.as(dig.promoter).get(`/api/projects/${dig.id}/history`)).body
  expect(events.filter(({ type }: { type: string }) => type === 'document.issued')).toHaveLength(2)
})

test('a process that dies between the file and its row makes the paper later, once, with the same bytes', async () => {
  const w = await world()
  const dig = await granted(w)
  await relayAll(w)
  expect((await papersOf(w, dig.promoter, dig.id)).map(({ state }) => state)).toEqual(['due', 'due'])
  const [due] = await papersOf(w, dig.promoter, dig.id)
  expect((await w.as(dig.promoter).get(`/api/documents/${due!.id}`)).body.code).toBe('documents/not-yet-printed')
  const died = async () => Promise.reject(new Error('the power went'))
  expect(await makeDocuments(w.parts, w.district_code, died)).toBe(2)
  const files = () =>
    w.look(({ tx }) =>
      tx.raw<{ sha256: string }>(`select sha256 from attachment where district_code = $1`, [w.district_code]),
    )
  expect(await files()).toEqual([])
  expect(await makeDocuments(w.parts, w.district_code, addIssued)).toBe(0)
  w.clock.add(1)
  expect(await makeDocuments(w.parts, w.district_code, addIssued)).toBe(2)
  const papers = await papersOf(w, dig.promoter, dig.id)
  expect(papers.every(({ state }) => state === 'made')).toBe(true)
  expect(await files()).toHaveLength(2)
  expect(papers[0]!.size_bytes).toBe((await bytesOf(w, dig.promoter, papers[0]!.id)).length)
})

test('two presses at work make each paper once', async () => {
  const w = await world()
  const dig = await granted(w)
  await relayAll(w)
  const made = await Promise.all([1, 2].map(() => makeDocuments(w.parts, w.district_code, addIssued)))
  expect(made.reduce((sum, count) => sum + count, 0)).toBe(2)
  expect(await audits(w, 'document.issue')).toHaveLength(2)
  expect((await papersOf(w, dig.promoter, dig.id)).every(({ state }) => state === 'made')).toBe(true)
})

test('papers are for the parties and staff: everybody else gets 404, for the list, the paper and its file', async () => {
  const w = await world()
  const dig = await applied(w)
  await movePermit(w, dig.authority, dig.permit_id, 'accept-application')
  await movePermit(w, dig.authority, dig.permit_id, 'refuse', { reason: '不符合条件' })
  await printAll(w)
  const [paper] = await papersOf(w, dig.promoter, dig.id)
  expect(paper!.kind).toBe('refusal')
  const paths = [
    `/api/permits/${dig.permit_id}/documents`,
    `/api/projects/${dig.id}/documents`,
    `/api/documents/${paper!.id}`,
    `/api/attachments/${paper!.attachment_id}`,
    `/api/projects/${dig.id}/board`,
  ]
  const strangers = [null, await w.member('promoter', { another: true }), await w.member('utility')]
  for (const who of [...strangers, await w.member('registry')])
    for (const path of paths) expect((await w.as(who).get(path)).status, `${who?.role} ${path}`).toBe(404)
  for (const who of [dig.promoter, dig.authority, await w.member('inspector'), await w.member('auditor')])
    for (const path of paths) expect((await w.as(who).raw(path)).status, `${who.role} ${path}`).toBe(200)
})

test('a paper is never changed: the authority issues its next version with the reason, and both stay readable', async () => {
  const w = await world()
  const dig = await granted(w)
  await printAll(w)
  const first = permitOf(await papersOf(w, dig.authority, dig.id))
  const before = await bytesOf(w, dig.authority, first.id)
  const again = (who: typeof dig.authority, id = first.id) =>
    w.as(who).post(`/api/documents/${id}/reissue`, { reason: '施工单位名称有误' })
  expect((await again(dig.promoter)).body.code).toBe('documents/not-your-move')
  expect((await again(await w.member('authority', { another: true }))).body.code).toBe('documents/not-your-move')
  expect((await again(await w.member('promoter', { another: true }))).status).toBe(404)
  const next = await again(dig.authority)
  expect(next.status).toBe(201)
  expect((await again(dig.authority)).body.code).toBe('documents/wrong-state')
  await printAll(w)
  const papers = (await papersOf(w, dig.authority, dig.id)).filter(({ kind }) => kind === 'permit')
  expect(papers).toMatchObject([
    { version: 2, is_replaced: false, number: first.number, reissue_reason: '施工单位名称有误', id: next.body.id },
    { version: 1, is_replaced: true, id: first.id },
  ])
  expect(papers[0]!.name).toContain('第2版')
  expect(Buffer.from(await bytesOf(w, dig.authority, first.id))).toEqual(Buffer.from(before))
  expect(await audits(w, 'document.reissue')).toMatchObject([{ reason: '施工单位名称有误' }])
  await expect(
    w.run(dig.authority, ({ tx }) => tx.raw(`update issued_document set number = 'x' where district_code = $1`, [0])),
  ).rejects.toThrow(/permission denied/)
})

test('a second paper of a kind for one permit has a number of its own', async () => {
  const w = await world()
  const dig = await applied(w)
  await movePermit(w, dig.authority, dig.permit_id, 'accept-application')
  for (const reason of ['听证', '检测']) {
    await movePermit(w, dig.authority, dig.permit_id, 'start-special-procedure', {
      kind: 'hearing',
      expected_until: '2026-12-31',
      reason,
    })
    await movePermit(w, dig.authority, dig.permit_id, 'end-special-procedure')
  }
  await printAll(w)
  const numbers = (await papersOf(w, dig.promoter, dig.id))
    .filter(({ kind }) => kind === 'special_procedure_notice')
    .map(({ number }) => number)
  const base = `动土特〔2026〕${w.district_code}-000001-01`
  expect(numbers.sort()).toEqual([`${base}-2号`, `${base}号`])
})

test('moves that are older than the papers are counted, and the deciding authority has them printed', async () => {
  const w = await world()
  const dig = await granted(w)
  const list = async () => (await w.as(dig.promoter).get(`/api/projects/${dig.id}/documents`)).body
  expect(await list()).toEqual({ documents: [], missing: 2, may_produce: false })
  expect((await w.as(dig.promoter).post(`/api/projects/${dig.id}/documents`)).body.code).toBe('documents/not-your-move')
  const stranger = await w.member('promoter', { another: true })
  expect((await w.as(stranger).post(`/api/projects/${dig.id}/documents`)).status).toBe(404)
  expect((await w.as(dig.authority).post(`/api/projects/${dig.id}/documents`)).body).toEqual({ due: 2 })
  await printAll(w)
  expect(await list()).toMatchObject({ documents: [{ state: 'made' }, { state: 'made' }], missing: 0 })
  expect(await audits(w, 'document.produce_missing')).toHaveLength(1)
  const stop = await upload(w, dig.promoter, { fields: { subject_id: dig.id } })
  expect((await w.as(dig.promoter).get(`/api/documents/${stop.body.id}`)).status).toBe(404)
})
