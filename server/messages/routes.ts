import { createRoute, z } from '@hono/zod-openapi'
import { open, type Keys } from '../access/seal.ts'
import type { Queries } from '../db/queries.gen.ts'
import { Problem } from '../http/problem.ts'
import { publicId, type IdPrefix } from '../http/public-id.ts'
import { problems, room } from '../http/router.ts'
import { renderMessage } from './render.ts'

const prefixes: Readonly<Record<string, IdPrefix>> = {
  project: 'prj',
  permit: 'per',
  works: 'wrk',
  rectification: 'rec',
  inspection: 'ins',
  transfer: 'trf',
  transfer_leg: 'leg',
}

const shownMessage = z.object({
  id: z.string(),
  template: z.string(),
  to: z.string(),
  phone_masked: z.string().nullable(),
  locale: z.string(),
  text: z.string(),
  text_zh: z.string(),
  text_en: z.string(),
  state: z.string(),
  queued_at: z.string(),
  sent_at: z.string().nullable(),
  subject_id: z.string(),
})

/** The demo's phone (演示收件箱): every message sent to a person, newest first. There is no such path outside the demo. */
export const messages = room().openapi(
  createRoute({
    method: 'get',
    path: '/',
    summary: 'Messages to people, in the demo only',
    request: { query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }) },
    responses: {
      200: {
        description: 'newest first',
        content: { 'application/json': { schema: z.object({ messages: z.array(shownMessage) }) } },
      },
      ...problems,
    },
  }),
  async (c) => {
    const { parts, actor } = c.var
    const isForwarded = c.req.header('x-forwarded-for') || c.req.header('forwarded')
    if (!parts.demo || isForwarded) throw new Problem(404, 'http/no-such-path')
    const { limit } = c.req.valid('query')
    const rows = await c.var.run((ctx) =>
      ctx.system(() => ctx.tx.many('messages/list_messages', { district_code: actor.district_code, limit })),
    )
    return c.json({ messages: rows.map((row) => shown(parts.keys, row)) }, 200)
  },
)

function shown(keys: Keys, row: Queries['messages/list_messages']['row']) {
  const { district_code, template, params, locale, phone_sealed, state, queued_at, sent_at } = row
  const prefix = prefixes[row.subject_kind]
  return {
    id: publicId('msg', district_code, row.id),
    template,
    to: row.recipient_label,
    phone_masked: phone_sealed ? maskPhone(open(keys, phone_sealed)) : null,
    locale,
    text: renderMessage(template, params, locale),
    text_zh: renderMessage(template, params, 'zh-CN'),
    text_en: renderMessage(template, params, 'en'),
    state,
    queued_at,
    sent_at,
    subject_id: prefix ? publicId(prefix, district_code, row.subject_id) : row.subject_id,
  }
}

/** `138****5678`; a short number shows its last two digits only. */
export function maskPhone(phone: string): string {
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`
}
