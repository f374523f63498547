import { createRoute, z } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { Context } from '../context.ts'
import type { Env } from '../http/environment.ts'
import { etagOf, ifMatch } from '../http/if-match.ts'
import type { Key } from '../http/public-id.ts'
import { body, json, moveRoutes, problems, room } from '../http/router.ts'
import { awaitEntry } from './await-entry.ts'
import { cancelTransfer } from './cancel.ts'
import { countTransfers } from './counts.ts'
import { transferKey } from './find.ts'
import { listTransfers } from './list.ts'
import { openTransfer } from './open.ts'
import { precheckTransfer } from './precheck.ts'
import { readCaseParties } from './read-parties.ts'
import { listRecipients } from './recipients.ts'
import { registerEntry } from './register-entry.ts'
import { renewLink } from './renew-link.ts'
import {
  counts,
  entryInput,
  noInput,
  openedTransfer,
  parties,
  reasonInput,
  recipients,
  transfer,
  transferId,
  transferInput,
  transferList,
  transferQuery,
} from './schemas.ts'
import { viewTransfer } from './view.ts'

const moveRoute = moveRoutes(transferId, transfer, 'the transfer')

/** Runs a move of the case as the caller and answers with the case as it then stands. */
async function handle<Input>(
  c: RequestContext<Env>,
  id: string,
  input: Input,
  verb: (ctx: Context, key: Key, input: Input & { seen: number | null }) => Promise<void>,
) {
  const key = transferKey(id)
  const seen = ifMatch(c.req.header('if-match'))
  const view = await c.var.run(async (ctx) => {
    await verb(ctx, key, { ...input, seen })
    return viewTransfer(ctx, key)
  })
  c.header('etag', etagOf(view.version))
  return view
}

/** The linked transfer of a home's utility accounts: the case, as its registry runs it. The legs are in leg-routes.ts. */
export const transfers = room()
  .openapi(
    createRoute({
      method: 'post',
      path: '/',
      summary: 'Open a linked transfer',
      request: { body: body(transferInput) },
      responses: { 201: json(openedTransfer, 'the transfer, opened, and the buyer’s link'), ...problems },
    }),
    async (c) => {
      const created = await c.var.run(async (ctx) => {
        const { link, ...key } = await openTransfer(ctx, c.var.parts.keys, c.req.valid('json'))
        return { ...(await viewTransfer(ctx, key)), tracking: { token: link, href: `/t/${link}` } }
      })
      return c.json(created, 201, { location: `/api/transfers/${created.id}`, etag: etagOf(created.version) })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/',
      summary: 'The caller’s transfers',
      request: { query: transferQuery },
      responses: { 200: json(transferList, 'newest change first'), ...problems },
    }),
    async (c) => c.json(await c.var.run((ctx) => listTransfers(ctx, c.req.valid('query'))), 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/counts',
      summary: 'Moving accounts per street, small counts hidden',
      request: { query: z.strictObject({}) },
      responses: { 200: json(counts, 'every street that has homes'), ...problems },
    }),
    async (c) => c.json(await c.var.run((ctx) => countTransfers(ctx)), 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/recipients',
      summary: 'The utilities that serve a home, whom its consents must name',
      request: { query: z.strictObject({ unit_id: z.string() }) },
      responses: { 200: json(recipients, 'one of each kind'), ...problems },
    }),
    async (c) =>
      c.json({ recipients: await c.var.run((ctx) => listRecipients(ctx, c.req.valid('query').unit_id)) }, 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'One transfer, as its registry or one of its utilities may see it',
      request: { params: transferId },
      responses: { 200: json(transfer, 'the transfer'), ...problems },
    }),
    async (c) => {
      const view = await c.var.run((ctx) => viewTransfer(ctx, transferKey(c.req.valid('param').id)))
      return c.json(view, 200, { etag: etagOf(view.version) })
    },
  )
  .openapi(moveRoute('precheck', 'Ask the utilities about account and arrears (核验)', noInput), async (c) =>
    c.json(
      await handle(c, c.req.valid('param').id, c.req.valid('json'), (ctx, key, { seen }) =>
        precheckTransfer(ctx, key, seen),
      ),
      200,
    ),
  )
  .openapi(moveRoute('await-entry', 'The papers are in order; the register entry is next', noInput), async (c) =>
    c.json(
      await handle(c, c.req.valid('param').id, c.req.valid('json'), (ctx, key, { seen }) => awaitEntry(ctx, key, seen)),
      200,
    ),
  )
  .openapi(moveRoute('register-entry', 'The register entry was made (登簿)', entryInput), async (c) =>
    c.json(
      await handle(c, c.req.valid('param').id, c.req.valid('json'), (ctx, key, input) =>
        registerEntry(ctx, key, input, input.seen),
      ),
      200,
    ),
  )
  .openapi(moveRoute('cancel', 'The registration was withdrawn', reasonInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), cancelTransfer), 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/parties',
      summary: 'The parties in clear, for a reason that is kept',
      request: { params: transferId, body: body(reasonInput) },
      responses: { 200: json(parties, 'the parties'), ...problems },
    }),
    async (c) => {
      const key = transferKey(c.req.valid('param').id)
      const { reason } = c.req.valid('json')
      return c.json(await c.var.run((ctx) => readCaseParties(ctx, c.var.parts.keys, key, reason)), 200, {
        'cache-control': 'no-store',
      })
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/{id}/tracking-link',
      summary: 'A new link for the buyer; the old one stops working',
      request: { params: transferId },
      responses: { 201: json(z.object({ token: z.string(), href: z.string() }), 'shown this once'), ...problems },
    }),
    async (c) => {
      const token = await c.var.run((ctx) => renewLink(ctx, transferKey(c.req.valid('param').id)))
      return c.json({ token, href: `/t/${token}` }, 201)
    },
  )
