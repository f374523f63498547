import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import type { Content } from '../../server/documents/content.ts'
import { layOut } from '../../server/documents/lay-out.ts'
import { print } from '../../server/documents/press.ts'
import { upload } from '../attachments/upload.ts'
import { world, type World } from '../world.ts'
import { applied, bytesOf, granted, movePermit, ok, papersOf, printAll } from './papers.ts'
import { fontsIn, readPdf, scan } from './read-pdf.ts'

const only = async (w: World, dig: Parameters<typeof papersOf>[1], id: string, kind: string) =>
  (await papersOf(w, dig, id)).filter((paper) => paper.kind === kind)[0]!

test('a permit is a paper with its number, parties, law, conditions, period, map and coordinates; its code leads to the check', async () => {
  const w = await world()
  const dig = await granted(w)
  await printAll(w)
  const paper = await only(w, dig.promoter, dig.id, 'permit')
  expect(paper).toMatchObject({ version: 1, state: 'made', is_replaced: false })
  expect(paper.number).toBe(`动土许〔2026〕${w.district_code}-000001-01号`)
  expect(paper.name).toBe(`准予行政许可决定书（动土施工许可）（${paper.number}）.pdf`)
  const bytes = await bytesOf(w, dig.promoter, paper.id)
  const read = await readPdf(bytes)
  for (const words of [
    '测试authority',
    '测试promoter：',
    paper.number,
    `DP-${w.district_code}-2026-000001`,
    '《城市道路管理条例》第33条、《行政许可法》第38条第1款',
    '检查测试路管线改造',
    '2026年3月10日至2026年4月30日',
    '266.1㎡',
    '1.5m',
    '1．夜间不施工',
    '2026年3月2日',
    '动土位置图',
    'CGCS2000',
    '中央子午线105°E',
    '第1页共',
    '（盖章处）',
  ])
    expect(read.text, words).toContain(words)
  expect(read).toMatchObject({ missing_glyphs: 0, language: 'zh-CN', title: expect.stringContaining(paper.number) })
  for (const tag of ['H1', 'P', 'Table', 'TH', 'Figure']) expect([...read.tags]).toContain(tag)
  expect(await scan(bytes)).toBe(`http://127.0.0.1:8080/?check=${dig.permit_id}`)
})

test('the receipt of an acceptance on a promise says what is missing and by when it comes, and calls no file complete that is not', async () => {
  const w = await world()
  const dig = await applied(w)
  const file = (await upload(w, dig.promoter, { fields: { subject_id: dig.permit_id } })).body.id
  for (const document of ['planning_permit', 'design_documents', 'construction_plan', 'traffic_plan'])
    await movePermit(w, dig.promoter, dig.permit_id, 'hand-in', { document, evidence: [file] })
  await movePermit(w, dig.promoter, dig.permit_id, 'promise', { until: '2026-03-20', text: '按期补齐' })
  await movePermit(w, dig.authority, dig.permit_id, 'accept-with-promise')
  await printAll(w)
  const paper = await only(w, dig.authority, dig.id, 'acceptance_receipt')
  const { text } = await readPdf(await bytesOf(w, dig.authority, paper.id))
  for (const words of ['尚缺：修复方案', '2026年3月20日前补正', '容缺受理', '不发放许可证件'])
    expect(text).toContain(words)
  expect(text).not.toContain('材料齐全，符合法定形式')
})

test('each notice says what its law asks for; refusals say who reviews them and until when', async () => {
  const w = await world()
  const dig = await applied(w)
  const as = (move: string, body?: object) => movePermit(w, dig.authority, dig.permit_id, move, body)
  await as('request-supplement', { items: ['交通组织方案', '地下管线探测报告'] })
  await movePermit(w, dig.promoter, dig.permit_id, 'supplement')
  await as('accept-application')
  await as('start-special-procedure', {
    kind: 'expert_review',
    expected_until: '2026-12-31',
    reason: '对穿越燃气主管段组织专家评审',
  })
  await as('end-special-procedure')
  await as('refuse', { reason: '开挖范围进入最小保护范围' })
  const other = await applied(w, '另一条路')
  await movePermit(w, other.authority, other.permit_id, 'not-accept', { reason: '不属于本机关职权范围' })
  const stopped = await granted(w, '第三条路')
  await movePermit(w, stopped.authority, stopped.permit_id, 'deliver')
  w.clock.set('2026-03-11T02:00:00Z')
  ok(await w.as(stopped.promoter).post(`/api/projects/${stopped.id}/start`))
  const inspector = await w.member('inspector')
  ok(await w.as(inspector).post(`/api/projects/${stopped.id}/suspend`, { reason: '沟槽未支护' }))
  await printAll(w)
  const appeal = ['60日内', '《行政复议法》（2023年修订）第20条', '申请行政复议', '6个月内', '《行政诉讼法》第46条']
  const expected: [string, string, string[]][] = [
    [dig.id, 'supplement_notice', ['1．交通组织方案', '2．地下管线探测报告', '一次告知', '15个工作日内补正']],
    [dig.id, 'acceptance_receipt', ['《行政许可法》第32条第4项', '20个工作日内', '2026年3月2日起受理']],
    [dig.id, 'special_procedure_notice', ['专家评审。', '《行政许可法》第45条', '不计算在审查期限内']],
    [dig.id, 'refusal', ['开挖范围进入最小保护范围。', '《行政许可法》第38条第2款', '不予许可', ...appeal]],
    [other.id, 'not_accepted_notice', ['不属于本机关职权范围。', '不予受理', ...appeal]],
    [stopped.id, 'stop_notice', ['测试inspector', '沟槽未支护。', '2026年3月11日起停止施工', ...appeal]],
  ]
  for (const [id, kind, words] of expected) {
    const paper = await only(w, dig.authority, id, kind)
    const bytes = await bytesOf(w, dig.authority, paper.id)
    const { text, missing_glyphs } = await readPdf(bytes)
    for (const one of [paper.number, '测试promoter：', ...words]) expect(text, `${kind}: ${one}`).toContain(one)
    expect(missing_glyphs).toBe(0)
    expect(text).not.toContain('测试员')
    if (kind === 'refusal') expect(await scan(bytes)).toBe(`http://127.0.0.1:8080/?check=${paper.id}`)
  }
})

test('a deemed acceptance says so and is issued by the authority that kept silent', async () => {
  const w = await world()
  const dig = await applied(w)
  w.clock.set('2026-03-16T02:00:00Z')
  const { permitJobs } = await import('../../server/permits/jobs.ts')
  await permitJobs[0]!.run(w.parts, w.district_code)
  await printAll(w)
  const paper = await only(w, dig.promoter, dig.id, 'acceptance_receipt')
  const { text } = await readPdf(await bytesOf(w, dig.promoter, paper.id))
  expect(text).toContain('测试authority')
  expect(text).toContain('依法自收到申请材料之日起即为受理')
})

test('fonts are inside as subsets, and a name with rare characters keeps every one; what no font has is said by its number', async () => {
  const w = await world()
  const dig = await granted(w, '䶮里㛃𬭎堃喆路与𠮷祥巷燃气管')
  await printAll(w)
  const bytes = await bytesOf(w, dig.promoter, (await only(w, dig.promoter, dig.id, 'permit')).id)
  const fonts = fontsIn(bytes)
  const subset = /^[A-Z]{6}\+NotoSansSC-(Bold|Regular)$/
  expect(fonts.map(({ name }) => subset.exec(name)?.[1]).sort()).toEqual(['Bold', 'Regular'])
  expect(fonts.every(({ embedded }) => embedded)).toBe(true)
  expect(bytes.length).toBeLessThan(200_000)
  const { text, missing_glyphs } = await readPdf(bytes)
  expect(missing_glyphs).toBe(0)
  expect(text).toContain('䶮里㛃𬭎堃喆路与〓(U+20BB7)祥巷燃气管')
})

test('the same words and the same link are the same bytes, and printing leaves the event loop free', async () => {
  const w = await world()
  const dig = await granted(w)
  await printAll(w)
  const paper = await only(w, dig.promoter, dig.id, 'permit')
  const [row] = await w.look(({ tx }) =>
    tx.raw<{ content: Content; link: string }>(
      `select content, link from issued_document where district_code = $1 and number = $2`,
      [w.district_code, paper.number],
    ),
  )
  const sheet = layOut(row!.content, row!.link)
  const before = performance.eventLoopUtilization()
  const again = await print(sheet)
  expect(performance.eventLoopUtilization(before).active).toBeLessThan(100)
  expect(Buffer.from(again)).toEqual(Buffer.from(await bytesOf(w, dig.promoter, paper.id)))
})
