import { expect, test } from 'vitest'
import { after, accepted, delivered, ok, turn, type Scene } from '../permits/stage.ts'
import { world, type World } from '../world.ts'
import { bytesOf, papersOf, printAll } from './papers.ts'
import { readPdf } from './read-pdf.ts'

/** The one paper of a kind on the dig, printed and read. */
async function read(w: World, { id }: Scene, kind: string): Promise<{ number: string; text: string }> {
  await printAll(w)
  const promoter = await w.member('promoter')
  const papers = (await papersOf(w, promoter, id)).filter((paper) => paper.kind === kind)
  expect(papers).toHaveLength(1)
  const { text, missing_glyphs } = await readPdf(await bytesOf(w, promoter, papers[0]!.id))
  expect(missing_glyphs).toBe(0)
  return { number: papers[0]!.number, text }
}
const appeal = ['60日内', '申请行政复议', '6个月内', '提起行政诉讼']

test.each([
  ['revoke', 'revocation', '行政许可法 第69条第2款', ['《行政许可法》第69条第2款', '撤销该行政许可', '予以赔偿']],
  ['withdraw', 'withdrawal', '行政许可法 第8条第2款', ['《行政许可法》第8条第2款', '撤回该行政许可', '给予补偿']],
  [
    'cancel-as-penalty',
    'penalty',
    '城市道路管理条例 第42条',
    ['《行政处罚法》第9条、《城市道路管理条例》第42条', '2026年2月12日告知', '要求听证的权利'],
  ],
  ['deregister', 'deregistration', '行政许可法 第70条第3项', ['《行政许可法》第70条第3项', '注销该行政许可']],
])('%s is a paper that names its law, its reason and who reviews it', async (move, kind, basis, words) => {
  const w = await world()
  const scene = await after(w, delivered)
  const hearing = move === 'cancel-as-penalty' ? { hearing_told_on: '2026-02-12' } : {}
  ok(await scene.authority.post(`${scene.at}/${move}`, { basis, reason: '隐瞒有关情况', ...hearing }))
  const { number, text } = await read(w, scene, kind)
  for (const one of [number, '隐瞒有关情况。', '2026年3月2日起', ...words, ...appeal]) expect(text).toContain(one)
})

test('a decision that is put off is told with its reason and by how many days', async () => {
  const w = await world()
  const scene = await after(w, accepted)
  const extension = { reason: '需征求轨道公司意见', approved_by: '局长' }
  ok(await scene.authority.post(`${scene.at}/extend-decision`, extension))
  const { text } = await read(w, scene, 'extension_notice')
  for (const one of ['需征求轨道公司意见。', '《行政许可法》第42条', '延长10个工作日']) expect(text).toContain(one)
})

test('a change and a renewal are answered on paper: the new period, or why not and who reviews it', async () => {
  const w = await world()
  const scene = await begun(w)
  const change = ok(await scene.promoter.post(`${scene.at}/request-change`, { valid_to: '2026-05-20', reason: '雨季' }))
  await decide(scene, `/api/changes/${change.body.id}`, 'grant')
  expect((await read(w, scene, 'change_approval')).text).toContain('2026年3月10日至2026年5月20日')
  const again = ok(await scene.promoter.post(`${scene.at}/request-change`, { valid_to: '2026-06-20', reason: '雨季' }))
  await decide(scene, `/api/changes/${again.body.id}`, 'refuse', { reason: '影响学校' })
  for (const one of ['影响学校。', '不予变更', '原许可继续有效', ...appeal])
    expect((await read(w, scene, 'change_refusal')).text).toContain(one)
  const renewal = ok(await scene.promoter.post(`${scene.at}/renew`, { valid_to: '2026-07-31', reason: '工程量增加' }))
  await decide(scene, `/api/renewals/${renewal.body.id}`, 'refuse', { reason: '道路即将大修' })
  for (const one of ['道路即将大修。', '不予延续', ...appeal])
    expect((await read(w, scene, 'renewal_refusal')).text).toContain(one)
})

test('a renewal by silence says that silence gave it', async () => {
  const w = await world()
  const scene = await begun(w)
  ok(await scene.promoter.post(`${scene.at}/renew`, { valid_to: '2026-07-31', reason: '工程量增加' }))
  w.clock.set('2026-05-01T02:00:00Z')
  await turn(w)
  const { text } = await read(w, scene, 'renewal_approval')
  for (const one of ['未作出是否准予延续的决定', '视为准予延续', '2026年3月10日至2026年7月31日'])
    expect(text).toContain(one)
})

/** Works under way on 10 March, with a permit until 30 April. */
async function begun(w: World): Promise<Scene> {
  const scene = await after(w, delivered)
  w.clock.set('2026-03-10T02:00:00Z')
  ok(await scene.promoter.post(`/api/projects/${scene.id}/start`))
  return scene
}

async function decide({ authority }: Scene, at: string, move: string, body: object = {}): Promise<void> {
  ok(await authority.post(`${at}/accept-application`))
  ok(await authority.post(`${at}/${move}`, body))
}
