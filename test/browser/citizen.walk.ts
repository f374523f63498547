import { expect, test } from 'vitest'
import { audit, looks, walk } from './walker.ts'

/** The smallest PNG: one pixel. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** Ground of the demo district where nobody digs. */
const here = { longitude: 103.9302, latitude: 30.5312, accuracy: 12 }

test('a citizen on a phone reports a dig without a sign and follows it by the link; the inspector finds it with its photo among the suspected digs; in English too', async () => {
  for (const [locale, title, locate, word, send, received] of [
    ['zh-CN', '反映无公示的动土', '我的位置', '路口开挖，没有公示牌', '提交', '已收到，待研判'],
    [
      'en',
      'A dig without a sign',
      'Where I am',
      'a trench at the crossing, no sign',
      'Send',
      'received, to be looked into',
    ],
  ] as const) {
    const { page, context, errors, close } = await walk(null, { locale, width: 390, height: 844 })
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation({ ...here, longitude: here.longitude + (locale === 'en' ? 0.002 : 0) })
    await page.goto('/report')
    const form = page.getByRole('form', { name: title })
    await form.getByRole('button', { name: locate }).click()
    await form.getByText('±12 m').waitFor()
    await form.locator('textarea').fill(word)
    await form.locator('input[type=file]').setInputFiles({ name: 'trench.png', mimeType: 'image/png', buffer: photo })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await audit(page)).toEqual([])
    await page.screenshot({ path: `${looks}a report, ${locale}.png` })
    await form.getByRole('button', { name: send, exact: true }).click()
    const thanks = page.getByRole('status').filter({ hasText: received })
    const reference = await thanks.locator('b.mono').innerText()
    const link = await thanks.locator('input').inputValue()
    expect(await audit(page)).toEqual([])
    await page.goto(link)
    await page.getByText(reference).waitFor()
    await page.getByText(received).waitFor()
    expect(await audit(page)).toEqual([])
    await page.screenshot({ path: `${looks}a report followed, ${locale}.png` })
    expect(errors).toEqual([])
    await close()

    const inspector = await walk('周岩', { locale })
    await inspector.page.goto('/detections')
    await inspector.page.getByRole('listitem').filter({ hasText: reference }).first().getByRole('button').click()
    await inspector.page.getByText(word).first().waitFor()
    await inspector.page.getByRole('img', { name: 'trench.png' }).waitFor()
    expect(await audit(inspector.page)).toEqual([])
    await inspector.page.screenshot({ path: `${looks}a report on the desk, ${locale}.png` })
    expect(inspector.errors).toEqual([])
    await inspector.close()
  }
})

test('the inspector reports a suspected dig from a drone’s outline; it is compared with the permits and opened', async () => {
  const { page, errors, close } = await walk('周岩')
  await page.goto('/detections')
  await page.getByRole('button', { name: '上报疑似动土' }).click()
  const form = page.getByRole('form', { name: '上报疑似动土' })
  const outline = {
    type: 'Polygon',
    coordinates: [
      [
        [103.9402, 30.5312],
        [103.9404, 30.5312],
        [103.9404, 30.5314],
        [103.9402, 30.5314],
        [103.9402, 30.5312],
      ],
    ],
  }
  await form.locator('input[type=file]').setInputFiles({
    name: 'outline.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify(outline)),
  })
  await form.getByLabel('来源').selectOption('drone')
  const { today } = await (await page.context().request.get('/api/session')).json()
  await form.getByLabel('发现日期').fill(today)
  expect(await audit(page)).toEqual([])
  await page.screenshot({ path: `${looks}a suspected dig reported, zh-CN.png` })
  await form.getByRole('button', { name: '确认上报疑似动土' }).click()
  await page.getByRole('button', { name: '派单核查' }).waitFor()
  expect(page.url()).toContain('sel=det_')
  expect(await audit(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})
