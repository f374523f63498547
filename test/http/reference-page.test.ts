import { expect, test } from 'vitest'
import { world } from '../world.ts'

test('the API describes itself: OpenAPI 3.0 for programs, one page for people, every move of a permit in both', async () => {
  const w = await world()
  const { body } = await w.as(null).get('/openapi.json')
  expect(body.openapi).toMatch(/^3\.0/)
  const page = await w.as(null).raw('/docs')
  expect(page.headers.get('content-type')).toMatch(/^text\/html/)
  const html = await page.text()
  for (const path of ['/api/permits/{id}/grant', '/api/transfers/{id}/register-entry', '/api/areas/query']) {
    expect(Object.keys(body.paths)).toContain(path)
    expect(html).toContain(path)
  }
  expect(html).not.toContain('<script')
})
