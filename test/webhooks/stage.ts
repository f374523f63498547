import type { NewEvent } from '../../server/outbox/emit.ts'
import type { Outbound, OutboundAnswer, OutboundPost } from '../../server/http/outbound.ts'
import { deliverDue } from '../../server/webhooks/deliver.ts'
import { fanOut } from '../../server/webhooks/fan-out.ts'
import type { Member, World } from '../world.ts'

export const url = 'https://hooks.example.com/dongtu'
export const uuid = () => crypto.randomUUID()

/** Subscribes and returns the answer's body. */
export async function subscribed(w: World, member: Member, input: object = {}) {
  const answer = await w.as(member).post('/api/subscriptions', { url, types: ['*'], ...input })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body as { id: string; secret: string; version: number }
}

/** Something happened in this world's district, and the relay told who asked. Returns the event's id. */
export async function happened(w: World, event: Partial<NewEvent> = {}): Promise<string> {
  const { district_code } = w
  const whole = {
    type: 'project.granted',
    district_code,
    subject_kind: 'project',
    subject_id: uuid(),
    subject_version: 1,
    ...event,
  }
  const id = await w.look((ctx) => ctx.emit(whole))
  await w.look((ctx) => fanOut(ctx, { district_code, event_ids: [id] }))
  return id
}

/** A receiver that answers what the test says and remembers what it got. */
export function receiving(
  answer: (post: OutboundPost, posts: OutboundPost[]) => Partial<OutboundAnswer> | number | Promise<number> = () => 200,
) {
  const posts: OutboundPost[] = []
  const outbound: Outbound = {
    post: async (message) => {
      posts.push(message)
      const given = await answer(message, posts)
      const whole = typeof given === 'number' ? { answered: true, status: given } : given
      return { headers: {}, body_prefix: '', duration_ms: 3, ...whole } as OutboundAnswer
    },
    close: async () => {},
  }
  return { posts, outbound, ids: () => posts.map(({ headers }) => headers['webhook-id']) }
}

export const deliver = (w: World, { outbound }: { outbound: Outbound }, random = 0) =>
  deliverDue({ run: w.run, clock: w.clock, keys: w.keys, outbound, random: () => random }, w.district_code)
