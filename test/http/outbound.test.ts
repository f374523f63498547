import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createOutbound, type OutboundOptions } from '../../server/http/outbound.ts'

const closers: (() => void)[] = []
afterEach(() => closers.splice(0).forEach((close) => close()))

async function listen(server: Server, host = '127.0.0.1', port = 0): Promise<number> {
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done))
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  closers.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}
const post = (options: OutboundOptions, url: string, timeout_ms = 2000) => {
  const outbound = createOutbound(options)
  closers.push(() => void outbound.close())
  return outbound.post({ url, headers: {}, body: '{}', timeout_ms, keep_bytes: 100 })
}
const v4 = (...addresses: string[]) => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

test('a name with one address inside is refused, whatever its other addresses are', async () => {
  for (const inner of ['127.0.0.1', '10.0.0.1', '::1', 'fd00::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1']) {
    const answer = await post(
      { allow_loopback: true, resolve: async () => v4('93.184.216.34', inner) },
      'https://hooks.example/',
    )
    expect(answer).toMatchObject({ answered: false, error: 'address_refused' })
  }
})

test('a name that answers differently the second time is asked once per connection, and the connection goes to what was checked', async () => {
  const answers = [v4('203.0.113.9'), v4('127.0.0.1')]
  const asked: string[] = []
  const checked: string[] = []
  const options: OutboundOptions = {
    allow_loopback: false,
    resolve: async (host) => {
      asked.push(host)
      return answers[asked.length - 1] ?? []
    },
    refuse: (address) => {
      checked.push(address)
      return address === '203.0.113.9' ? 'stop_here' : null
    },
  }
  expect(await post(options, 'https://rebinding.example/')).toMatchObject({
    error: 'address_refused',
    detail: 'stop_here',
  })
  expect(asked).toEqual(['rebinding.example'])
  expect(checked).toEqual(['203.0.113.9'])
})

test('the second answer of a rebinding name is checked like the first', async () => {
  const answers = [v4('127.0.0.2'), v4('127.0.0.1')]
  let asked = 0
  const refuse = (address: string) => (address === '127.0.0.1' ? 'inside' : null)
  const outbound = createOutbound({ allow_loopback: true, resolve: async () => answers[asked++] ?? [], refuse })
  closers.push(() => void outbound.close())
  const message = { url: 'https://rebinding.example:8443/', headers: {}, body: '', timeout_ms: 2000, keep_bytes: 1 }
  expect(await outbound.post(message)).toMatchObject({ error: 'unreachable', detail: 'ECONNREFUSED' })
  expect(await outbound.post(message)).toMatchObject({ error: 'address_refused', detail: 'inside' })
})

test('the connection goes to the checked address and still names the host (SNI)', async () => {
  let hello = Buffer.alloc(0)
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (bytes) => {
      hello = bytes
      socket.destroy()
    })
  })
  await listen(server, '127.0.0.1', 8443)
  const answer = await post(
    { allow_loopback: false, resolve: async () => v4('127.0.0.1'), refuse: () => null },
    'https://hooks.example:8443/',
  )
  expect(answer).toMatchObject({ answered: false, error: 'unreachable' })
  expect(hello.includes('hooks.example')).toBe(true)
})

test('a name without an address, and one that cannot be resolved, are failures', async () => {
  expect(await post({ allow_loopback: false, resolve: async () => [] }, 'https://a.example/')).toMatchObject({
    error: 'address_refused',
    detail: 'no_address',
  })
  const fail = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
  expect(await post({ allow_loopback: false, resolve: fail }, 'https://a.example/')).toMatchObject({
    error: 'unreachable',
    detail: 'ENOTFOUND',
  })
})

test('a receiver that accepts and says nothing is timed out', async () => {
  const port = await listen(createServer(() => {}))
  const answer = await post({ allow_loopback: true }, `http://127.0.0.1:${port}/`, 80)
  expect(answer).toMatchObject({ answered: false, error: 'timed_out' })
})

test('a status counts although its body never ends, and no longer than the time-out', async () => {
  const port = await listen(createHttpServer((_, response) => response.writeHead(200).write('be')))
  const answer = await post({ allow_loopback: true }, `http://127.0.0.1:${port}/`, 80)
  expect(answer).toMatchObject({ answered: true, status: 200, body_prefix: 'be' })
  expect(answer.duration_ms).toBeLessThan(1500)
})

test('a body that drips is cut at the time-out', async () => {
  const port = await listen(
    createHttpServer((_, response) => {
      response.writeHead(500)
      const drip = setInterval(() => response.write('.'), 10)
      response.on('close', () => clearInterval(drip))
    }),
  )
  const answer = await post({ allow_loopback: true }, `http://127.0.0.1:${port}/`, 120)
  expect(answer).toMatchObject({ answered: true, status: 500 })
  expect(answer.duration_ms).toBeLessThan(1500)
})

test('a connection that breaks before the answer is a failure', async () => {
  const port = await listen(createServer((socket) => socket.destroy()))
  expect(await post({ allow_loopback: true }, `http://127.0.0.1:${port}/`)).toMatchObject({
    answered: false,
    error: 'unreachable',
  })
})
