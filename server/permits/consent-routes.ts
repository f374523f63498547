import { createRoute } from '@hono/zod-openapi'
import type { Context as RequestContext } from 'hono'
import type { Context } from '../context.ts'
import type { Env } from '../http/environment.ts'
import { etagOf, ifMatch } from '../http/if-match.ts'
import { moveRoutes, problems, room } from '../http/router.ts'
import { giveConsent, withholdConsent } from './answer-consent.ts'
import { consentKey, findConsent, type ConsentChange, type ConsentRow } from './move-consent.ts'
import { consent, consentId, giveInput, withholdInput } from './schemas.ts'
import { shownConsent } from './view.ts'

const answer = {
  200: { description: 'the consent', content: { 'application/json': { schema: consent } } },
  ...problems,
}
const moveRoute = moveRoutes(consentId, consent, 'the consent')

/** A second authority's word on an application. */
export const consents = room()
  .openapi(
    createRoute({
      method: 'get',
      path: '/{id}',
      summary: 'One consent',
      request: { params: consentId },
      responses: answer,
    }),
    async (c) => {
      const row = await c.var.run((ctx) => findConsent(ctx, consentKey(c.req.valid('param').id)))
      return c.json(shownConsent(row), 200, { etag: etagOf(row.version) })
    },
  )
  .openapi(moveRoute('give', 'Consent (同意)', giveInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), giveConsent), 200),
  )
  .openapi(moveRoute('withhold', 'Do not consent, with reasons (不同意)', withholdInput), async (c) =>
    c.json(await handle(c, c.req.valid('param').id, c.req.valid('json'), withholdConsent), 200),
  )

async function handle(
  c: RequestContext<Env>,
  id: string,
  input: Omit<ConsentChange, 'seen'>,
  verb: (ctx: Context, row: ConsentRow, change: ConsentChange) => Promise<void>,
) {
  const seen = ifMatch(c.req.header('if-match'))
  return c.var.run(async (ctx) => {
    const row = await findConsent(ctx, consentKey(id))
    await verb(ctx, row, { ...input, seen })
    return shownConsent(await findConsent(ctx, row))
  })
}
