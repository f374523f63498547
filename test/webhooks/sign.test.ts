import { readFileSync } from 'node:fs'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test, vi } from 'vitest'
import { createSecret, readSecret } from '../../server/webhooks/secret.ts'
import { sign, tolerance_seconds, verify, type SignedHeaders } from '../../server/webhooks/sign.ts'

interface Vector {
  name: string
  secret: string
  id: string
  timestamp: number
  body: string
  signature: string
}
const { vectors } = JSON.parse(readFileSync('fixtures/webhooks/vectors.json', 'utf8')) as { vectors: Vector[] }

const [reference] = vectors as [Vector]
const { secret, id, body } = reference
const now = new Date(reference.timestamp * 1000)
const signed = (at = now) => sign([secret], { id, body, at })
const check = (headers: Partial<SignedHeaders>, secrets = [secret], text = body) =>
  verify(secrets, { headers, body: text, now })
const without = (name: keyof SignedHeaders) => ({ ...signed(), [name]: undefined })
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe('the signature is the one that Standard Webhooks publishes', () => {
  test.each(vectors)('$name', (vector) => {
    const headers = sign([vector.secret], { id: vector.id, body: vector.body, at: new Date(vector.timestamp * 1000) })
    expect(headers).toEqual({
      'webhook-id': vector.id,
      'webhook-timestamp': String(vector.timestamp),
      'webhook-signature': vector.signature,
    })
  })
})

// The fifteen cases every receiver must decide alike; the reference receiver is asked too.
describe('our receiver and the reference receiver decide alike', () => {
  const other = `v1,${Buffer.alloc(32, 7).toString('base64')}`
  const cases: { name: string; valid: boolean; headers: Partial<SignedHeaders>; secret?: string; text?: string }[] = [
    { name: 'a good message', valid: true, headers: signed() },
    { name: 'a secret without its prefix', valid: true, headers: signed(), secret: secret.slice('whsec_'.length) },
    { name: 'no id', valid: false, headers: without('webhook-id') },
    { name: 'no timestamp', valid: false, headers: without('webhook-timestamp') },
    { name: 'no signature', valid: false, headers: without('webhook-signature') },
    { name: 'a timestamp that is no number', valid: false, headers: { ...signed(), 'webhook-timestamp': 'hello' } },
    { name: 'a wrong signature', valid: false, headers: { ...signed(), 'webhook-signature': other } },
    {
      name: 'part of a signature',
      valid: false,
      headers: { ...signed(), 'webhook-signature': reference.signature.slice(0, 8) },
    },
    { name: 'a version without signature', valid: false, headers: { ...signed(), 'webhook-signature': 'v1,' } },
    { name: 'a timestamp too old', valid: false, headers: signed(later(-tolerance_seconds - 1)) },
    { name: 'a timestamp too new', valid: false, headers: signed(later(tolerance_seconds + 1)) },
    { name: 'a timestamp just old enough', valid: true, headers: signed(later(-tolerance_seconds)) },
    {
      name: 'several signatures, one of them good',
      valid: true,
      headers: { ...signed(), 'webhook-signature': `${other} v2,${other} ${reference.signature} ${other}` },
    },
    {
      name: 'another version only',
      valid: false,
      headers: { ...signed(), 'webhook-signature': reference.signature.replace('v1,', 'v2,') },
    },
    { name: 'a body changed on the way', valid: false, headers: signed(), text: body.replace('2', '3') },
  ]
  test.each(cases)('$name', ({ valid, headers, secret: used = secret, text = body }) => {
    expect(check(headers, [used], text).valid).toBe(valid)
    vi.useFakeTimers({ now })
    const ask = () => new Webhook(used).verify(text, JSON.parse(JSON.stringify(headers)) as Record<string, string>)
    if (valid) expect(ask()).toEqual(JSON.parse(text))
    else expect(ask).toThrow()
    vi.useRealTimers()
  })

  test('an empty secret signs nothing and opens nothing', () => {
    expect(() => sign([''], { id, body, at: now })).toThrow(TypeError)
    expect(() => new Webhook('')).toThrow()
  })
})

test('while a secret is being changed, receivers with the old and with the new one both accept', () => {
  const fresh = createSecret()
  const headers = sign([fresh, secret], { id, body, at: now })
  expect(check(headers, [secret])).toEqual({ valid: true })
  expect(check(headers, [fresh])).toEqual({ valid: true })
  expect(check(headers, [createSecret()])).toEqual({ valid: false, reason: 'no_match' })
})

test('each refusal says why', () => {
  expect(check(without('webhook-id'))).toEqual({ valid: false, reason: 'missing_header' })
  expect(check({ ...signed(), 'webhook-timestamp': '1e9' })).toEqual({ valid: false, reason: 'bad_timestamp' })
  expect(check(signed(later(-301)))).toEqual({ valid: false, reason: 'too_old' })
  expect(check(signed(later(301)))).toEqual({ valid: false, reason: 'too_new' })
})

test('a new secret is whsec_ and 32 bytes, and an error about a bad one does not repeat it', () => {
  expect(readSecret(createSecret())).toHaveLength(32)
  expect(createSecret()).not.toBe(createSecret())
  expect(() => readSecret('whsec_not base64!')).toThrow(/^(?!.*not base64).*$/)
})
