import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { signV4 } from '../../server/store/sign-v4.ts'

// Keys and results are those of the examples in docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html.
const credentials = {
  access_key: 'AKIAIOSFODNN7EXAMPLE',
  secret_key: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const at = new Date('2013-05-24T00:00:00Z')
const empty = createHash('sha256').digest('hex')
const signature = (headers: Record<string, string>) => /Signature=(\w+)$/.exec(headers.authorization!)![1]

test('a read with a range is signed as in the published example', () => {
  const url = new URL('https://examplebucket.s3.amazonaws.com/test.txt')
  const signed = signV4({ method: 'GET', url, headers: { range: 'bytes=0-9' }, payload_sha256: empty }, credentials, at)
  expect(signature(signed)).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41')
})

test('a write with a sign in its key is signed as in the published example', () => {
  const url = new URL('https://examplebucket.s3.amazonaws.com/test%24file.text')
  const headers = { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' }
  const payload_sha256 = createHash('sha256').update('Welcome to Amazon S3.').digest('hex')
  const signed = signV4({ method: 'PUT', url, headers, payload_sha256 }, credentials, at)
  expect(signature(signed)).toBe('98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd')
})

test('a list with parameters is signed as in the published example', () => {
  const url = new URL('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J')
  const signed = signV4({ method: 'GET', url, headers: {}, payload_sha256: empty }, credentials, at)
  expect(signature(signed)).toBe('34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7')
})
