import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose'

export const client = { id: 'dongtu', secret: 'the secret of the installation' }

export interface Issuer {
  url: string
  /** What the issuer tells of whoever signs in next. */
  claims: JWTPayload
  /** Put into the next ID tokens in place of what is right. */
  wrong: JWTPayload
  /** Signs with a key that the issuer does not publish. */
  forges: boolean
  /** Leaves a call unanswered for ever, by its path. */
  hangs: string | null
  /** Follows the browser to the issuer's page, where somebody says yes; answers the query that the browser brings back. */
  signIn(address: string): Promise<string>
  close(): Promise<void>
}

interface Granted {
  nonce: string
  challenge: string
  redirect_uri: string
}

/** An OpenID Connect issuer of one's own on a loopback port: real discovery, keys, PKCE, codes that work once, signed tokens. */
export async function startIssuer(): Promise<Issuer> {
  const key = await generateKeyPair('RS256')
  const foreign = await generateKeyPair('RS256')
  const published = { ...(await exportJWK(key.publicKey)), kid: 'one', use: 'sig', alg: 'RS256' }
  const granted = new Map<string, Granted>()

  const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>> = {
    '/.well-known/openid-configuration': async (_request, response) =>
      json(response, {
        issuer: issuer.url,
        authorization_endpoint: `${issuer.url}/authorize`,
        token_endpoint: `${issuer.url}/token`,
        userinfo_endpoint: `${issuer.url}/userinfo`,
        jwks_uri: `${issuer.url}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
        authorization_response_iss_parameter_supported: true,
      }),
    '/keys': async (_request, response) => json(response, { keys: [published] }),
    '/authorize': async (request, response) => {
      const asked = new URL(request.url!, issuer.url).searchParams
      const code = randomBytes(16).toString('hex')
      const redirect_uri = asked.get('redirect_uri')!
      granted.set(code, { nonce: asked.get('nonce')!, challenge: asked.get('code_challenge')!, redirect_uri })
      const back = new URL(redirect_uri)
      back.search = String(new URLSearchParams({ code, state: asked.get('state')!, iss: issuer.url }))
      response.writeHead(302, { location: back.href }).end()
    },
    '/token': async (request, response) => {
      const form = new URLSearchParams(await text(request))
      const given = granted.get(form.get('code') ?? '')
      granted.delete(form.get('code') ?? '')
      const basic = Buffer.from(request.headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString()
      const isClient = basic === `${client.id}:${encodeURIComponent(client.secret).replaceAll('%20', '+')}`
      const challenge = createHash('sha256').update(form.get('code_verifier')!).digest('base64url')
      const isRight = given?.challenge === challenge && given.redirect_uri === form.get('redirect_uri')
      if (!isClient) return json(response, { error: 'invalid_client' }, 401)
      if (!isRight) return json(response, { error: 'invalid_grant' }, 400)
      const now = Math.floor(Date.now() / 1000)
      const told = { iss: issuer.url, aud: client.id, iat: now, exp: now + 60, nonce: given.nonce, ...issuer.claims }
      const id_token = await new SignJWT({ ...told, ...issuer.wrong })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .sign(issuer.forges ? foreign.privateKey : key.privateKey)
      return json(response, { access_token: 'x', token_type: 'Bearer', id_token })
    },
    '/userinfo': async (_request, response) => json(response, issuer.claims),
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://x').pathname
    if (path === issuer.hangs) return
    void (answers[path]?.(request, response) ?? response.writeHead(404).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer: Issuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    claims: {},
    wrong: {},
    forges: false,
    hangs: null,
    async signIn(address) {
      const answer = await fetch(address, { redirect: 'manual' })
      return new URL(answer.headers.get('location')!).search
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return issuer
}

function json(response: ServerResponse, body: object, status = 200): Promise<void> {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  return Promise.resolve()
}

async function text(request: IncomingMessage): Promise<string> {
  let all = ''
  for await (const chunk of request) all += String(chunk)
  return all
}
