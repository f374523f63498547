import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { problems, room } from '../http/router.ts'

const heartbeat_ms = 15_000

/** `GET /api/live`: server-sent events `{ids: [...]}` for the caller's eyes, and a heartbeat so that proxies keep the line open. */
export const live = room().openapi(
  createRoute({
    method: 'get',
    path: '/',
    summary: 'What changed, as it changes (server-sent events)',
    responses: {
      200: { description: 'a stream of {ids}', content: { 'text/event-stream': { schema: z.string() } } },
      ...problems,
    },
  }),
  (c) => {
    c.header('x-accel-buffering', 'no')
    return streamSSE(c, async (stream) => {
      const { actor, parts } = c.var
      const stop = parts.hub.watch({
        actor,
        send: (ids) => void stream.writeSSE({ event: 'change', data: JSON.stringify({ ids }) }),
      })
      stream.onAbort(stop)
      await stream.writeSSE({ event: 'hello', data: '{}', retry: 1000 })
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(heartbeat_ms)
        await stream.writeSSE({ event: 'heartbeat', data: '{}' })
      }
      stop()
    }) as never
  },
)
