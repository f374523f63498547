import { expect } from 'vitest'
import { addIssued } from '../../server/attachments/add-issued.ts'
import { makeDocuments } from '../../server/documents/make.ts'
import { fileDig } from '../projects/dig.ts'
import type { Answer, Member, World } from '../world.ts'

export const ok = (answer: Answer): Answer => {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer
}

/** A dig with an application handed in. */
export async function applied(w: World, name?: string) {
  const dig = await fileDig(w, name)
  const permit_id = ok(await w.as(dig.promoter).post(`/api/projects/${dig.id}/apply`)).body.id as string
  return { ...dig, permit_id }
}
export type Applied = Awaited<ReturnType<typeof applied>>

export const movePermit = async (w: World, who: Member, permit_id: string, move: string, body: object = {}) =>
  ok(await w.as(who).post(`/api/permits/${permit_id}/${move}`, body))

/** A dig with a permit for its planned period. */
export async function granted(w: World, name?: string) {
  const dig = await applied(w, name)
  await movePermit(w, dig.authority, dig.permit_id, 'accept-application')
  await movePermit(w, dig.authority, dig.permit_id, 'grant', { conditions: ['夜间不施工', '沟槽回填后当日恢复路面'] })
  return dig
}

/** Hands on what was committed, as the server's relay does, and lets the time pass in which a decision may be taken back: papers are due then. */
export async function relayAll(w: World): Promise<void> {
  await w.relay()
  w.clock.add(2 / 60)
}

/** The reactions, and then the press, until nothing is due. */
export async function printAll(w: World): Promise<void> {
  await relayAll(w)
  while ((await makeDocuments(w.parts, w.district_code, addIssued)) > 0);
}

export interface Paper {
  id: string
  kind: string
  number: string
  title: string
  version: number
  state: string
  is_replaced: boolean
  name: string
  sha256: string
  size_bytes: number
  attachment_id: string
}
export const papersOf = async (w: World, who: Member, project_id: string): Promise<Paper[]> =>
  ok(await w.as(who).get(`/api/projects/${project_id}/documents`)).body.documents

export async function bytesOf(w: World, who: Member | null, id: string): Promise<Uint8Array> {
  const answer = await w.as(who).raw(`/api/documents/${id}`)
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}
