import { randomUUID } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import { secureHeaders } from 'hono/secure-headers'
import { pino } from 'pino'
import type { Env, Parts } from './http/environment.ts'
import { body, onError } from './http/errors.ts'
import { idempotency } from './http/idempotency.ts'
import { identify } from './http/identify.ts'
import { createLimits } from './http/limit.ts'
import { Problem } from './http/problem.ts'
import { referencePage, type ApiDocument } from './http/reference-page.ts'
import { operations } from './operations.ts'
import { contentSecurity, pages } from './pages.ts'
import { routes } from './routes.ts'

export type App = OpenAPIHono<Env>

/** The whole HTTP application over its parts; what tests call with app.request(). */
export function createApp(parts: Parts): App {
  const log = pino({ level: parts.config.LOG_LEVEL, redact: ['req.headers.authorization', 'req.headers.cookie'] })
  const app = new OpenAPIHono<Env>()
  app.onError(onError(log))
  app.notFound((c) => {
    const problem = new Problem(404, 'http/no-such-path')
    return c.body(JSON.stringify(body(problem, c.var.request_id)), 404, { 'content-type': 'application/problem+json' })
  })
  app.use(async (c, next) => {
    c.set('parts', parts)
    c.set(
      'request_id',
      c.req
        .header('x-request-id')
        ?.slice(0, 64)
        .replaceAll(/[^\w-]/g, '') || randomUUID(),
    )
    c.set('locale', c.req.header('accept-language')?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN')
    await next()
    c.header('x-request-id', c.var.request_id)
  })
  app.use(
    secureHeaders({ xFrameOptions: 'DENY', referrerPolicy: 'same-origin', crossOriginResourcePolicy: 'same-origin' }),
  )
  const { router, measure } = operations(parts)
  const policy = contentSecurity(parts.config.BASEMAP_URL)
  app.use(measure)
  app.route('/', router)
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', policy)
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  app.use(pages)
  const limits = createLimits(parts)
  app.use(identify(parts, limits.take))
  app.use(limits.settle)
  app.use('/api/*', idempotency)
  app.route('/', routes)
  const about = { openapi: '3.0.3', info: { title: 'Dongtu', version: '0.1.0', description: 'Every dig is managed.' } }
  app.doc('/openapi.json', about)
  app.get('/docs', (c) => c.html(referencePage(app.getOpenAPIDocument(about) as unknown as ApiDocument)))
  return app
}
