import { OpenAPIHono } from '@hono/zod-openapi'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { MiddlewareHandler } from 'hono'
import { systemActor } from './access/actor.ts'
import type { Env, Parts } from './http/environment.ts'

/** What an operator's tools ask: alive, ready, and figures. Route patterns only in the labels, never a path with an id. */
export function operations(parts: Parts) {
  const registry = new Registry()
  let isCollecting = false // the process's own figures are gathered once somebody asks
  const requests = new Counter({
    name: 'dongtu_http_requests_total',
    help: 'Requests by method and status',
    labelNames: ['method', 'status'],
    registers: [registry],
  })
  const duration = new Histogram({
    name: 'dongtu_http_request_seconds',
    help: 'Time to answer',
    labelNames: ['method'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  const oldest = new Gauge({
    name: 'dongtu_outbox_oldest_seconds',
    help: 'How long the oldest event has waited to be handed on',
    registers: [registry],
  })
  new Gauge({
    name: 'dongtu_outbox_waiting',
    help: 'Events that are committed but not handed on yet',
    registers: [registry],
    async collect() {
      const found = await parts.run(systemActor(100_000), ({ tx }) => tx.one('outbox/measure_outbox', {}))
      this.set(found?.waiting ?? 0)
      oldest.set(found?.oldest_at ? (parts.clock.wall().getTime() - Date.parse(found.oldest_at)) / 1000 : 0)
    },
  })

  const measure: MiddlewareHandler<Env> = async (c, next) => {
    const end = duration.startTimer({ method: c.req.method })
    await next()
    end()
    requests.inc({ method: c.req.method, status: String(c.res.status) })
  }
  const router = new OpenAPIHono<Env>()
    .get('/healthz', async (c) => {
      await parts.db.transaction(({ raw }) => raw('select 1'))
      return c.json({ status: 'ok', database: parts.db.kind })
    })
    .get('/readyz', (c) => (parts.ready() ? c.json({ status: 'ready' }) : c.json({ status: 'starting' }, 503)))
    .get('/metrics', async (c) => {
      if (!isCollecting) collectDefaultMetrics({ register: registry })
      isCollecting = true
      return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType })
    })
  return { router, measure }
}
