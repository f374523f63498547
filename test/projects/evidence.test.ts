import { expect, test } from 'vitest'
import { upload } from '../attachments/upload.ts'
import { world } from '../world.ts'
import { fileDig } from './dig.ts'

test('a move takes files of its own dig as evidence and the history names them; files of another dig are refused', async () => {
  const w = await world()
  const { promoter, authority, id } = await fileDig(w)
  const other = await fileDig(w, '另一条路')
  const own = await upload(w, authority, { fields: { subject_id: id } })
  const foreign = await upload(w, authority, { fields: { subject_id: other.id } })
  const permit = (await w.as(promoter).post(`/api/projects/${id}/apply`)).body
  const accept = (evidence: string[]) =>
    w.as(authority).post(`/api/permits/${permit.id}/accept-application`, { evidence })
  const refused = await accept([own.body.id, foreign.body.id])
  expect([refused.status, refused.body.code]).toEqual([422, 'projects/evidence-unknown'])
  expect(refused.body.errors).toMatchObject([{ pointer: '/evidence/1' }])
  expect((await accept([own.body.id])).status).toBe(200)
  const { events } = (await w.as(promoter).get(`/api/projects/${id}/history`)).body
  const accepted = events.find((event: { type: string }) => event.type === 'permit.application_accepted')
  expect(accepted.evidence).toEqual([own.body.id.slice(-36)])
})
