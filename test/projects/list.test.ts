import { expect, test } from 'vitest'
import { world } from '../world.ts'

test('a misspelt stage, card or kind is an error with its pointer, not an empty list; several are separated by commas', async () => {
  const w = await world()
  const inspector = await w.member('inspector')
  const list = (query: string) => w.as(inspector).get(`/api/projects?${query}`)
  for (const name of ['stage', 'card', 'kind']) {
    const refused = await list(`${name}=none_such`)
    expect([name, refused.status, refused.body.errors[0].pointer]).toEqual([name, 422, `/${name}`])
  }
  expect((await list('stage=planned,in_progress&card=red&kind=pipeline_works')).status).toBe(200)
})
