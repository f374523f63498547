import { createHash } from 'node:crypto'
import type { Context as RequestContext, MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { systemActor } from '../access/actor.ts'
import { open, seal } from '../access/seal.ts'
import type { Context } from '../context.ts'
import type { Env } from './environment.ts'
import { Problem } from './problem.ts'

const longestKept = 64 * 1024

/**
 * `Idempotency-Key` on POST: the key is written in the transaction of the verb, so a key that is there means that the verb was
 * carried out, once. A repeat gets the first answer again; the same key with another body is 422. Kept per organisation, sealed:
 * an answer may hold a secret that is shown once. Reading personal data is never repeated from here, so that each reading is audited.
 */
export const idempotency: MiddlewareHandler<Env> = async (c, next) => {
  const key = c.req.header('idempotency-key')
  const { organisation_id, district_code } = c.var.actor
  const isJson = (c.req.header('content-type') ?? '').includes('json')
  if (c.req.method !== 'POST' || !key || !organisation_id || !isJson || isReading(c.req.path)) return next()
  if (key.length > 200) throw new Problem(422, 'http/idempotency-key-too-long')
  const id = { district_code, organisation_id, key }
  const request_hash = createHash('sha256')
    .update(`${c.req.path}\n${await c.req.text()}`)
    .digest('hex')
  const first = await readKept(c, id)
  if (first) return repeat(c, first, request_hash)

  let isTaken = false
  const run = c.var.run
  c.set('run', (work, options) =>
    run(async (ctx) => {
      if (!isTaken) await take(ctx, { ...id, request_hash })
      const result = await work(ctx)
      isTaken = true
      return result
    }, options),
  )
  await next()
  if (!isTaken || c.error || c.res.status >= 500) return
  // A secret or a person's data is shown once and kept nowhere: a repeat is told 409 already-done.
  if (c.res.headers.get('cache-control')?.includes('no-store')) return
  const body = await c.res.clone().text()
  const kept = {
    ...id,
    status: c.res.status,
    body: body.length <= longestKept ? seal(c.var.parts.keys, body) : null,
    location: c.res.headers.get('location'),
  }
  await c.var.parts.run(systemActor(district_code), ({ tx }) => tx.run('http/keep_answer', kept))
}

const isReading = (path: string) => path.endsWith('/parties')

interface Id {
  district_code: number
  organisation_id: string
  key: string
}

async function take(ctx: Context, row: Id & { request_hash: string }): Promise<void> {
  const taken = await ctx.system(() =>
    ctx.tx.one('http/take_idempotency_key', { ...row, wall: ctx.wall.toISOString() }),
  )
  if (!taken)
    throw new Problem(409, 'http/being-done', {
      detail: 'the same request is being carried out: ask again in a moment',
    })
}

const readKept = (c: RequestContext<Env>, id: Id) =>
  c.var.parts.run(systemActor(id.district_code), ({ tx }) => tx.one('http/find_idempotency_key', id))

function repeat(
  c: RequestContext<Env>,
  first: NonNullable<Awaited<ReturnType<typeof readKept>>>,
  request_hash: string,
): Response {
  if (first.request_hash !== request_hash) throw new Problem(422, 'http/idempotency-key-reused')
  if (first.status === null)
    throw new Problem(409, 'http/already-done', {
      detail: 'this request was carried out; read the object to see the outcome',
    })
  c.header('idempotent-replay', 'true')
  if (first.location) c.header('location', first.location)
  if (!first.body) return c.body(null, first.status as 204)
  return c.body(open(c.var.parts.keys, first.body), first.status as ContentfulStatusCode, {
    'content-type': 'application/json',
  })
}
