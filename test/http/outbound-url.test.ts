import { expect, test } from 'vitest'
import { readOutboundUrl } from '../../server/http/outbound-url.ts'

test.each([
  ['https://2130706433/', 'loopback'],
  ['https://0x7f000001/', 'loopback'],
  ['https://0177.0.0.1/', 'loopback'],
  ['https://127.1/', 'loopback'],
  ['https://[::1]/', 'loopback'],
  ['https://[::ffff:10.0.0.1]/', 'ipv4Mapped'],
  ['https://[64:ff9b::a00:1]/', 'rfc6052'],
  ['https://169.254.169.254/latest/meta-data', 'linkLocal'],
  ['https://１２７.0.0.1/', 'loopback'],
  ['https://127。0。0。1/', 'loopback'],
  ['http://example.com/', 'not_https'],
  ['http://127.0.0.1/', 'not_https'],
  ['ftp://example.com/', 'not_https'],
  ['file:///etc/passwd', 'not_https'],
  ['https://example.com:22/', 'port'],
  ['https://example.com:6379/', 'port'],
  ['https://user:word@example.com/', 'credentials_in_url'],
  ['example.com/webhooks', 'not_a_url'],
  ['', 'not_a_url'],
])('%s is refused', (text, reason) => {
  expect(readOutboundUrl(text, false)).toEqual({ refused: reason })
})

test('an address by name and https passes, without its fragment', () => {
  const read = readOutboundUrl('https://hooks.example.com:8443/a?b=c#d', false)
  expect(read).toMatchObject({ is_loopback: false })
  expect('url' in read && read.url.href).toBe('https://hooks.example.com:8443/a?b=c')
})

test('the setting opens 127.0.0.1 and nothing else that is inside', () => {
  expect(readOutboundUrl('http://127.0.0.1:9999/x', true)).toMatchObject({ is_loopback: true })
  expect(readOutboundUrl('http://localhost:9999/x', true)).toEqual({ refused: 'not_https' })
  expect(readOutboundUrl('http://10.0.0.1/x', true)).toEqual({ refused: 'not_https' })
  expect(readOutboundUrl('https://127.0.0.2/x', true)).toEqual({ refused: 'loopback' })
  expect(readOutboundUrl('file://127.0.0.1/x', true)).toHaveProperty('refused')
})
