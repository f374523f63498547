import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { APIRequestContext, Page } from 'playwright-core'
import { audit, walk } from './walker.ts'

const folder = process.env.PICTURES ?? ''
/** Pictures to look at, when a folder for them is given. */
async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

type Site = { id: string; status: string; geometry: { coordinates: [number, number][][][] } }

/** A dig of the promoter's with an open site that nobody else's walk looks at, surveyed some metres beside what was permitted. */
async function surveyed(request: APIRequestContext): Promise<string> {
  const { projects } = await (await request.get('/api/projects?mine=true&stage=in_progress&limit=50')).json()
  for (const { id, reference } of projects as { id: string; reference: string }[]) {
    if (reference.endsWith('000123')) continue
    const { sites } = (await (await request.get(`/api/projects/${id}`)).json()) as { sites: Site[] }
    const site = sites.find(({ status }) => status === 'open' || status === 'reopened')
    if (!site) continue
    const sent = await request.post('/api/attachments', {
      multipart: {
        subject_id: site.id,
        file: {
          name: 'survey.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from('%PDF-1.4\ntrailer<<>>\n%%EOF\n'),
        },
      },
    })
    const aside = site.geometry.coordinates[0]!.map((ring) => ring.map(([x, y]) => [x + 0.00001, y + 0.00001]))
    const answer = await request.post(`/api/sites/${site.id}/survey`, {
      data: {
        geometry: { type: 'Polygon', coordinates: aside },
        depth_m: 1.6,
        evidence: [(await sent.json()).id],
      },
    })
    if (answer.status() === 201) return id
    throw new Error(await answer.text())
  }
  throw new Error('no open site of this promoter')
}

test('the lives of a dig’s ground stand beside each other and on the map, with over-dig and its case, in both languages', async () => {
  const first = await walk('罗建')
  const id = await surveyed(first.context.request)
  await first.close()
  for (const [locale, tab, plan, over, beyond, fees] of [
    ['zh-CN', '几何', '计划', '超挖', '超出容差', '费用与保修'],
    ['en', 'Geometry', 'Planned', 'Over-dig', 'Beyond tolerance', 'Fees and guarantee'],
  ] as const) {
    const { page, errors, close } = await walk('罗建', { locale })
    await page.goto(`/mine?sel=${id}`)
    await page.getByRole('tab', { name: tab, exact: true }).click()
    await page.getByText(beyond).waitFor()
    const toggle = page.getByRole('checkbox', { name: new RegExp(`^${plan}`) })
    expect(await toggle.isChecked()).toBe(true)
    await toggle.focus()
    await page.keyboard.press('Space')
    expect(await toggle.isChecked()).toBe(false)
    await page.getByRole('checkbox', { name: new RegExp(`^${over}`) }).waitFor()
    await picture(page, `geometry-${locale}`)
    expect(await audit(page)).toEqual([])
    await page.getByRole('tab', { name: fees, exact: true }).click()
    await page.getByRole('tabpanel', { name: fees }).getByRole('heading').first().waitFor()
    await picture(page, `fees-${locale}`)
    expect(await audit(page)).toEqual([])
    expect(errors).toEqual([])
    await close()
  }
})
