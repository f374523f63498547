import type { CallbackMove } from './behaviours.ts'
import type { SimulatedKind } from './kinds.ts'

export interface LegAddress {
  transfer_id: string
  kind: SimulatedKind
}

/** The platform's answer: `status` is null when it could not be reached. */
export interface PlatformAnswer {
  status: number | null
  body: Record<string, unknown>
}

export interface Platform {
  readLeg(leg: LegAddress): Promise<PlatformAnswer>
  /** Personal data: a POST that says what for. */
  readParties(leg: LegAddress, reason: string): Promise<PlatformAnswer>
  move(
    leg: LegAddress,
    move: CallbackMove,
    body: Record<string, unknown>,
    idempotency_key: string,
  ): Promise<PlatformAnswer>
}

/** The platform's public API as a utility with a token sees it. Nothing else of the platform is known here. Answers within 15 s or not at all. */
export function createPlatform(base_url: string, token: string, fetcher: typeof fetch = fetch): Platform {
  const legPath = (leg: LegAddress) =>
    `${base_url}/api/transfers/${encodeURIComponent(leg.transfer_id)}/legs/${leg.kind}`

  const call = async (
    url: string,
    body?: Record<string, unknown>,
    idempotency_key?: string,
  ): Promise<PlatformAnswer> => {
    const headers: Record<string, string> = { authorization: `Bearer ${token}`, accept: 'application/json' }
    if (body) headers['content-type'] = 'application/json'
    if (idempotency_key) headers['idempotency-key'] = idempotency_key
    const init = {
      method: body ? 'POST' : 'GET',
      headers,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    }
    try {
      const answer = await fetcher(url, init)
      return { status: answer.status, body: objectOf(await answer.text()) }
    } catch {
      return { status: null, body: {} }
    }
  }

  return {
    readLeg: (leg) => call(legPath(leg)),
    readParties: (leg, reason) => call(`${legPath(leg)}/parties`, { reason }),
    move: (leg, move, body, key) => call(`${legPath(leg)}/${move}`, body, key),
  }
}

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
