import { createRoute, z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { Context } from '../context.ts'
import type { Env } from '../http/environment.ts'
import { etagOf, ifMatch } from '../http/if-match.ts'
import type { Problem } from '../http/problem.ts'
import { body, json, problems, room } from '../http/router.ts'
import { answerLeg, type Answer } from './answer.ts'
import { transferKey, type LegKey } from './find.ts'
import { handOver } from './hand-over.ts'
import { readLegParties } from './read-parties.ts'
import { recheckLeg } from './recheck.ts'
import { rejectLeg } from './reject.ts'
import { cancelLeg, optOut, withdrawConsent } from './release.ts'
import {
  acknowledgeInput,
  completeInput,
  legId,
  legParties,
  legWithMessages,
  noInput,
  reasonInput,
  recheckInput,
  rejectInput,
} from './schemas.ts'
import { settleArrears } from './settle.ts'
import { viewLeg } from './view.ts'

const moveRoute = <P extends string, S extends z.ZodType>(path: P, summary: string, schema: S) =>
  createRoute({
    method: 'post',
    path: `/{id}/legs/{kind}/${path}` as const,
    summary,
    request: { params: legId, body: body(schema) },
    responses: { 200: json(legWithMessages, 'the leg'), ...problems },
  })

interface Headers {
  seen: number | null
  idempotency_key: string | null
}
type Verb<Input> = (ctx: Context, key: LegKey, input: Input & Headers) => Promise<void | { refusal: Problem | null }>

/** Runs a move of a leg and answers with the leg. A refusal is thrown after the commit: that it came stays on record. */
async function handle<Input>(
  c: RequestContext<Env>,
  at: { id: string; kind: string },
  input: Input,
  verb: Verb<Input>,
) {
  const key = { ...transferKey(at.id), kind: at.kind }
  const seen = ifMatch(c.req.header('if-match'))
  const idempotency_key = c.req.header('idempotency-key')?.slice(0, 200) || null
  const { result, view } = await c.var.run(async (ctx) => {
    const done = await verb(ctx, key, { ...input, seen, idempotency_key })
    return { result: done, view: await viewLeg(ctx, key) }
  })
  if (result?.refusal) throw result.refusal
  c.header('etag', etagOf(view.version))
  return view
}

const says =
  <Input extends object>(answer: Answer): Verb<Input> =>
  (ctx, key, input) =>
    answerLeg(ctx, key, { ...input, answer })

/** One utility's part of a transfer: the registry and that utility see it and act on it, for everybody else there is none. */
export const legs = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}/legs/{kind}',
      summary: 'One leg, with what went out and came in',
      request: { params: legId },
      responses: { 200: json(legWithMessages, 'the leg'), ...problems },
    }),
    async (c) => {
      const { id, kind } = c.req.valid('param')
      const view = await c.var.run((ctx) => viewLeg(ctx, { ...transferKey(id), kind }))
      return c.json(view, 200, { etag: etagOf(view.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/legs/{kind}/parties',
      summary: 'What the utility needs to move the account, under the consent, for a reason that is kept',
      request: { params: legId, body: body(reasonInput) },
      responses: { 200: json(legParties, 'only the kinds of data that the consent names'), ...problems },
    }),
    async (c) => {
      const { id, kind } = c.req.valid('param')
      const { reason } = c.req.valid('json')
      const key = { ...transferKey(id), kind }
      return c.json(await c.var.run((ctx) => readLegParties(ctx, c.var.parts.keys, key, reason)), 200, {
        'cache-control': 'no-store',
      })
    },
  )
  .openapi(moveRoute('acknowledge', 'The utility has taken the leg', acknowledgeInput), async (c) =>
    c.json(await handle(c, c.req.valid('param'), c.req.valid('json'), says('acknowledge')), 200),
  )
  .openapi(moveRoute('complete', 'The account has moved (办理成功)', completeInput), async (c) =>
    c.json(await handle(c, c.req.valid('param'), c.req.valid('json'), says('complete')), 200),
  )
  .openapi(moveRoute('reject', 'The utility refuses, with a reason', rejectInput), async (c) =>
    c.json(await handle(c, c.req.valid('param'), c.req.valid('json'), rejectLeg), 200),
  )
  .openapi(moveRoute('confirm-cancel', 'The utility has called the leg off', noInput), async (c) =>
    c.json(await handle(c, c.req.valid('param'), c.req.valid('json'), says('confirm_cancel')), 200),
  )
  .openapi(moveRoute('settle', 'The utility says that the debt is settled (已结清)', noInput), async (c) =>
    c.json(
      await handle(c, c.req.valid('param'), c.req.valid('json'), (ctx, key, { seen }) => settleArrears(ctx, key, seen)),
      200,
    ),
  )
  .openapi(moveRoute('recheck', 'Check the account again', recheckInput), async (c) =>
    c.json(await handle(c, c.req.valid('param'), c.req.valid('json'), recheckLeg), 200),
  )
  .openapi(moveRoute('manual', 'The registry takes the leg by hand (转人工)', noInput), async (c) =>
    c.json(
      await handle(c, c.req.valid('param'), c.req.valid('json'), (ctx, key, { seen }) => handOver(ctx, key, seen)),
      200,
    ),
  )
  .openapi(moveRoute('opt-out', 'The applicant does it alone (自行办理)', noInput), async (c) =>
    c.json(await handle(c, c.req.valid('param'), c.req.valid('json'), optOut), 200),
  )
  .openapi(moveRoute('cancel', 'The registry calls the leg off, before it is completed', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param'), c.req.valid('json'), cancelLeg), 200),
  )
  .openapi(moveRoute('withdraw-consent', 'The consent for this utility is withdrawn', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param'), c.req.valid('json'), withdrawConsent), 200),
  )
