import { expect, test } from 'vitest'
import { audit, looks, walk, type Walker } from './walker.ts'

test('building works run a stage of approvals: the builder asks for all its items at once, each authority answers its own, and what comes next opens', async () => {
  const builder = await walk('罗建')
  const authority = await walk('许敏')
  const planner = await walk('沈越')
  const dig = await planned(builder, authority)
  await builder.page.goto(`/mine?sel=${dig}`)
  const stages = builder.page.getByRole('region', { name: '审批阶段' })
  await stages.getByRole('button', { name: /立项用地规划许可 未申请/ }).waitFor()
  await builder.page.getByText('前置审批阶段尚未完成').first().waitFor()
  await builder.page.getByRole('button', { name: '申请本阶段审批', exact: true }).press('Enter')
  await builder.page.getByRole('button', { name: '确认申请本阶段审批' }).press('Enter')
  await stages.getByRole('button', { name: /立项用地规划许可 办理中 · 0\/2/ }).waitFor()
  await stages
    .getByText(/前答复/)
    .first()
    .waitFor()
  // each item's own deadline bears its name
  const deadlines = builder.page.getByRole('region', { name: '时限' })
  await deadlines.locator('.clock-line', { hasText: '建设用地规划许可' }).waitFor()
  await builder.page.screenshot({ path: `${looks}approvals asked, zh-CN.png` })
  expect(await audit(builder.page)).toEqual([])

  for (const { page } of [authority, planner]) {
    await page.goto(`/desk?sel=${dig}`)
    const own = page.getByRole('region', { name: '审批阶段' })
    await own.getByRole('button', { name: '通过', exact: true }).click()
    await own.getByLabel('文号').fill('演示〔2026〕17号')
    await own.getByRole('button', { name: '确认通过' }).click()
    await own.getByText('演示〔2026〕17号').first().waitFor()
    expect(await audit(page)).toEqual([])
  }
  // the builder's open page hears of it
  await stages.getByRole('button', { name: /立项用地规划许可 已完成 · 2\/2/ }).waitFor()
  await builder.page.getByRole('button', { name: '申请本阶段审批', exact: true }).waitFor()
  expect([builder.errors, authority.errors, planner.errors]).toEqual([[], [], []])
  for (const { close } of [builder, authority, planner]) await close()
})

test('in English the stages of a demo building in works stand with their papers and who gave them', async () => {
  const { page, context, errors, close } = await walk('许敏', { locale: 'en' })
  const { projects } = await (
    await context.request.get('/api/projects?kind=building_works&stage=in_progress&limit=1')
  ).json()
  await page.goto(`/digs?sel=${projects[0].id}`)
  const stages = page.getByRole('region', { name: 'Approval stages' })
  await stages.getByRole('button', { name: /Joint acceptance not asked for · 0\/4/ }).waitFor()
  await stages.getByRole('button', { name: /Planning of the works complete · 2\/2/ }).press('Enter')
  await stages.getByText('works planning permit').waitFor()
  await page.screenshot({ path: `${looks}approvals, en.png` })
  expect(await audit(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})

/** A small plot of the builder's own where this authority decides. */
async function planned(builder: Walker, authority: Walker): Promise<string> {
  const { items } = await (await authority.context.request.get('/api/desk')).json()
  const [lng, lat] = (items as { permit: unknown; center: [number, number] }[]).find(({ permit }) => permit)!.center
  const ring = [
    [lng, lat],
    [lng + 0.0004, lat],
    [lng + 0.0004, lat + 0.0003],
    [lng, lat + 0.0003],
    [lng, lat],
  ]
  const { today } = await (await builder.context.request.get('/api/session')).json()
  const later = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)
  const filing = await builder.context.request.post('/api/projects', {
    data: {
      name: '步行街口公寓楼基坑',
      kind: 'building_works',
      geometry: { type: 'Polygon', coordinates: [ring] },
      planned_from: later(60),
      planned_to: later(400),
    },
  })
  return (await filing.json()).id
}
