import { publicId } from '../../server/http/public-id.ts'
import { delivered, after, ok, type Scene } from '../permits/stage.ts'
import { world, type Member, type World, type WorldOptions } from '../world.ts'

export const here = { lon: 103.921, lat: 30.5705 }
export const asked = { ...here, kind_code: 'night_noise', body: '夜里两点还在破路，孩子睡不着' }

export interface Petition {
  token: string
  reference: string
  id: string
  at: string
}

export interface Counter {
  w: World
  scene: Scene
  authority: Member
  promoter: Member
  judge: Member
  /** Somebody without an account asks. */
  ask(over?: object): Promise<Petition>
  act(as: Member, p: Petition, move: string, body?: object): ReturnType<ReturnType<World['as']>['post']>
  org(member: Member): string
  /** Graded and dispatched to the dig's promoter, with the auditor's house as third party. */
  dispatched(over?: object): Promise<Petition>
  answered(over?: object): Promise<Petition>
}

/** A district with a permitted dig, its authority, its promoter and a third party. */
export async function counter(options: WorldOptions = {}): Promise<Counter> {
  const w = await world(options)
  const scene = await after(w, delivered)
  w.clock.set('2026-03-12T02:00:00Z')
  const [authority, promoter, judge] = [
    await w.member('authority'),
    await w.member('promoter'),
    await w.member('auditor'),
  ]
  const org = (member: Member) => publicId('org', w.district_code, member.organisation_id!)
  const c: Counter = {
    w,
    scene,
    authority,
    promoter,
    judge,
    org,
    async ask(over = {}) {
      const { token, reference } = ok(await w.as(null).post('/api/public/petitions', { ...asked, ...over })).body
      const [, , id] = (token as string).split('_')
      const public_id = publicId('ptn', w.district_code, id!)
      return { token, reference, id: public_id, at: `/api/petitions/${public_id}` }
    },
    act: (as, p, move, body = {}) => w.as(as).post(`${p.at}/${move}`, body),
    async dispatched(over = {}) {
      const p = await c.ask(over)
      ok(await c.act(authority, p, 'grade', { grade: 3 }))
      ok(await c.act(authority, p, 'dispatch', { unit_id: org(promoter), judge_id: org(judge) }))
      return p
    },
    async answered(over = {}) {
      const p = await c.dispatched(over)
      ok(await c.act(promoter, p, 'answer', { answer: '已调整至晚十点前停工' }))
      return p
    },
  }
  return c
}

export const track = async (w: World, { token }: Petition) =>
  (await w.as(null).get(`/api/public/petitions/${token}`)).body
