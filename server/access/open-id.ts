import * as client from 'openid-client'
import type { Config } from '../config.ts'
import { Problem } from '../http/problem.ts'

/** What a browser carries from the begin of a sign-in to its end, sealed: the answer must fit all of it. */
export interface Attempt {
  state: string
  nonce: string
  code_verifier: string
  redirect_uri: string
}

/** Who the issuer says this is. Issuer and subject name a person for good; the login is what they are matched by the first time. */
export interface Identity {
  issuer: string
  subject: string
  /** Null when the issuer gives none, or an e-mail address that it has not verified. */
  login: string | null
  name: string | null
}

export interface OpenId {
  /** What the button on the page says beside "sign in with"; null for the general words. */
  name: string | null
  /** Where the browser goes to sign in. Asks the issuer for its metadata the first time. */
  begin(redirect_uri: string): Promise<{ address: string; attempt: Attempt }>
  /** Exchanges the answer that the browser brought back (the query of the redirect address) for a checked identity. */
  finish(attempt: Attempt, answer: string): Promise<Identity>
}

// What the library says when the issuer could not be asked, or answered something that is no answer.
const unreachable = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
])

/** Single sign-on with OpenID Connect (authorization code, PKCE, state, nonce), or null where OIDC_ISSUER is not set. Each call to the issuer has its time-out. */
export function openOpenId(config: Config, timeout_seconds = 10): OpenId | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client_id, OIDC_CLIENT_SECRET: secret } = config
  if (!issuer) return null
  if (!client_id) throw new Error('setting OIDC_ISSUER needs OIDC_CLIENT_ID')
  const guard = guardFetch(config.OIDC_ALLOW_LOOPBACK === 'on')
  if (!guard.allows(issuer)) throw new Error('setting OIDC_ISSUER: an https address')
  const discover = () =>
    client.discovery(new URL(issuer), client_id, undefined, authentication(secret), {
      timeout: timeout_seconds,
      [client.customFetch]: guard.fetch,
      // The fetch above decides which plain http address is called: none but a loopback one.
      execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
    })
  let known: client.Configuration | null = null
  const issuerNow = async () => (known ??= await discover().catch(unanswered))

  return {
    name: config.OIDC_NAME ?? null,
    async begin(redirect_uri) {
      const attempt = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        code_verifier: client.randomPKCECodeVerifier(),
        redirect_uri,
      }
      const address = client.buildAuthorizationUrl(await issuerNow(), {
        redirect_uri,
        scope: 'openid email profile',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(attempt.code_verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, attempt }
    },
    async finish(attempt, answer) {
      const provider = await issuerNow()
      const address = new URL(attempt.redirect_uri)
      address.search = answer
      try {
        const tokens = await client.authorizationCodeGrant(provider, address, {
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          pkceCodeVerifier: attempt.code_verifier,
          idTokenExpected: true,
        })
        const told = tokens.claims()!
        const claim = config.OIDC_LOGIN_CLAIM
        const more =
          told[claim] === undefined && provider.serverMetadata().userinfo_endpoint
            ? await client.fetchUserInfo(provider, tokens.access_token, told.sub)
            : {}
        return identityOf({ ...more, ...told }, told.iss, claim)
      } catch (error) {
        throw refusal(error)
      }
    },
  }
}

/** The claims of an identity. An e-mail address counts only when the issuer says that it has verified it. */
export function identityOf(claims: Record<string, unknown>, issuer: string, login_claim: string): Identity {
  const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : null)
  const isProven = login_claim !== 'email' || claims.email_verified === true
  return {
    issuer,
    subject: String(claims.sub),
    login: isProven ? (text(claims[login_claim])?.toLowerCase() ?? null) : null,
    name: text(claims.name),
  }
}

/** By the issuer's own list; without one the standard says Basic. A client without a secret is public and has PKCE alone. */
function authentication(secret: string | undefined): client.ClientAuth {
  if (!secret) return client.None()
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)]
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest)
  }
}

/** https everywhere; http on a loopback address only where the setting says so. Holds for every address that the issuer's metadata names too. */
function guardFetch(allow_loopback: boolean) {
  const allows = (address: string) => {
    const { protocol, hostname } = new URL(address)
    const isLoopback = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
    return protocol === 'https:' || (protocol === 'http:' && isLoopback && allow_loopback)
  }
  const guarded: client.CustomFetch = async (address, options) => {
    if (!allows(address)) throw new TypeError('the address is not https')
    return fetch(address, options as RequestInit)
  }
  return { allows, fetch: guarded }
}

function unanswered(error: unknown): never {
  throw new Problem(503, 'accounts/oidc-unreachable', { detail: reasonOf(error) })
}

function refusal(error: unknown): Problem {
  const { code } = error as { code?: string }
  if (error instanceof TypeError || (code && unreachable.has(code)))
    return new Problem(503, 'accounts/oidc-unreachable', { detail: reasonOf(error) })
  return new Problem(401, 'accounts/oidc-refused', { detail: reasonOf(error) })
}

/** The issuer's own word (`access_denied`), else the library's code, else its sentence; never a token. */
function reasonOf(error: unknown): string {
  const { error: word, code, message } = error as { error?: unknown; code?: string; message?: string }
  return typeof word === 'string' ? word : (code ?? message ?? 'unknown')
}
