import { createHash, createHmac } from 'node:crypto'

export interface Credentials {
  access_key: string
  secret_key: string
  region: string
}
export interface Signable {
  method: string
  url: URL
  /** Every header that is to be signed; `host` is added. */
  headers: Readonly<Record<string, string>>
  /** Hex SHA-256 of the body. */
  payload_sha256: string
}

/**
 * AWS Signature Version 4 for service s3 (docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html): the headers to send.
 * `at` is the wall clock: a server refuses a request that is more than 15 minutes off.
 */
export function signV4(request: Signable, credentials: Credentials, at: Date): Record<string, string> {
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
  const scope = `${stamp.slice(0, 8)}/${credentials.region}/s3/aws4_request`
  const headers: Record<string, string> = {
    ...request.headers,
    host: request.url.host,
    'x-amz-content-sha256': request.payload_sha256,
    'x-amz-date': stamp,
  }
  const names = Object.keys(headers).sort()
  const canonical = [
    request.method,
    canonicalPath(request.url.pathname),
    canonicalQuery(request.url.searchParams),
    ...names.map((name) => `${name}:${headers[name]!.trim()}`),
    '',
    names.join(';'),
    request.payload_sha256,
  ].join('\n')
  const text = ['AWS4-HMAC-SHA256', stamp, scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const key = scope
    .split('/')
    .reduce<Buffer | string>((secret, part) => hmac(secret, part), `AWS4${credentials.secret_key}`)
  const signature = hmac(key, text).toString('hex')
  return {
    ...headers,
    authorization: `AWS4-HMAC-SHA256 Credential=${credentials.access_key}/${scope},SignedHeaders=${names.join(';')},Signature=${signature}`,
  }
}

const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest()

const encode = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
const canonicalPath = (path: string) =>
  path
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/')
const canonicalQuery = (query: URLSearchParams) =>
  [...query]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
