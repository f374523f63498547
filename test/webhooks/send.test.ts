import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createOutbound } from '../../server/http/outbound.ts'
import { send } from '../../server/webhooks/send.ts'
import { sign, verify } from '../../server/webhooks/sign.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const now = new Date('2026-11-23T08:00:00Z')
const body = '{"specversion":"1.0","data":{"what":"动土"}}'
const outbound = createOutbound({ allow_loopback: true })
const servers: Server[] = []
afterEach(() =>
  Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done).closeAllConnections()))),
)

async function receiver(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`
}
const sendTo = (url: string) =>
  send(outbound, { url, headers: sign([secret], { id: 'dlv_1', body, at: now }), body, now })
const answering = (status: number, headers: Record<string, string> = {}, text = '') =>
  receiver((_, response) => response.writeHead(status, headers).end(text))

test('the receiver gets the bytes that were signed, as a structured CloudEvent', async () => {
  const seen: { type?: string; verdict?: unknown } = {}
  const url = await receiver(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    seen.type = request.headers['content-type']
    seen.verdict = verify([secret], { headers: request.headers as never, body: Buffer.concat(chunks).toString(), now })
    response.writeHead(204).end()
  })
  expect(await sendTo(url)).toMatchObject({ sent: true, status: 204 })
  expect(seen).toEqual({ type: 'application/cloudevents+json; charset=utf-8', verdict: { valid: true } })
})

test.each([200, 201, 202, 204, 299])('%i is success', async (status) => {
  expect(await sendTo(await answering(status))).toMatchObject({ sent: true, status })
})

test.each([400, 401, 404, 409, 429, 500, 502, 503])('%i is a failure that names its status', async (status) => {
  expect(await sendTo(await answering(status))).toMatchObject({
    sent: false,
    status,
    error: `http_${status}`,
    is_gone: false,
  })
})

test('410 says that the receiver wants nothing more', async () => {
  expect(await sendTo(await answering(410))).toMatchObject({ sent: false, is_gone: true })
})

test('a redirect is a failure and is not followed', async () => {
  let visits = 0
  const inner = await receiver((_, response) => {
    visits += 1
    response.end()
  })
  for (const status of [301, 302, 303, 307, 308]) {
    expect(await sendTo(await answering(status, { location: inner }))).toMatchObject({
      sent: false,
      status,
      error: 'redirect',
    })
  }
  expect(visits).toBe(0)
})

test('a busy receiver may say when to come back', async () => {
  expect(await sendTo(await answering(429, { 'retry-after': '77' }))).toMatchObject({ retry_after_seconds: 77 })
  expect(await sendTo(await answering(503, { 'retry-after': 'Mon, 23 Nov 2026 08:02:00 GMT' }))).toMatchObject({
    retry_after_seconds: 120,
  })
})

test('of a long answer a kilobyte is kept', async () => {
  const outcome = await sendTo(await answering(500, {}, 'x'.repeat(3_000_000)))
  expect(outcome).toMatchObject({ sent: false, body_prefix: 'x'.repeat(1024) })
})

test('nobody there is a failure without a status', async () => {
  const url = await answering(200)
  await new Promise((done) => servers.pop()!.close(done))
  expect(await sendTo(url)).toMatchObject({ sent: false, status: null, error: 'unreachable' })
})

test('without the setting for loopback nothing is sent inside', async () => {
  let visits = 0
  const url = await receiver((_, response) => {
    visits += 1
    response.end()
  })
  const strict = createOutbound({ allow_loopback: false })
  expect(await send(strict, { url, headers: sign([secret], { id: '1', body, at: now }), body, now })).toMatchObject({
    sent: false,
    error: 'url_refused',
  })
  expect(visits).toBe(0)
})
