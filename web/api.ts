import type { hc } from 'hono/client'
import type { alerts } from '../server/alerts/routes.ts'
import type { citizenReports } from '../server/detections/citizen-routes.ts'
import type { publicPetitions } from '../server/petitions/public-routes.ts'
import type { petitions } from '../server/petitions/routes.ts'
import type { fieldPack } from '../server/inspections/pack-routes.ts'
import type { inspectionTasks } from '../server/inspections/task-routes.ts'
import type { projectApprovals } from '../server/approvals/routes.ts'
import type { clashes } from '../server/clashes/routes.ts'
import type { figures } from '../server/figures/routes.ts'
import type { ownAccount } from '../server/accounts/own-routes.ts'
import type { accounts } from '../server/accounts/routes.ts'
import type { signIns } from '../server/accounts/sign-in-routes.ts'
import type { calendars } from '../server/clocks/calendar-routes.ts'
import type { clocks } from '../server/clocks/routes.ts'
import type { desk } from '../server/desk/routes.ts'
import type { checks } from '../server/documents/printed-routes.ts'
import type { projectDocuments } from '../server/documents/routes.ts'
import type { applications } from '../server/permits/application-routes.ts'
import type { handovers } from '../server/permits/handover-routes.ts'
import type { projects } from '../server/projects/routes.ts'
import type { projectFees } from '../server/restrictions/fee-routes.ts'
import type { restrictionRoutes } from '../server/restrictions/routes.ts'
import type { projectGeometries } from '../server/surveys/routes.ts'
import type { guarantees } from '../server/works/reinstatement-routes.ts'

/**
 * The server's routes as types, room by room (one type over all of them costs the compiler three times as much):
 * what a panel reads is `InferResponseType<Api['projects'][':id']['$get'], 200>`, never written twice.
 */
export type Api = {
  projects: ReturnType<typeof hc<typeof projects>>
  applications: ReturnType<typeof hc<typeof applications>>
  approvals: ReturnType<typeof hc<typeof projectApprovals>>
  clashes: ReturnType<typeof hc<typeof clashes>>
  citizenReports: ReturnType<typeof hc<ReturnType<typeof citizenReports>>>
  petitions: ReturnType<typeof hc<typeof petitions>>
  publicPetitions: ReturnType<typeof hc<ReturnType<typeof publicPetitions>>>
  fieldPack: ReturnType<typeof hc<typeof fieldPack>>
  inspectionTasks: ReturnType<typeof hc<typeof inspectionTasks>>
  handovers: ReturnType<typeof hc<typeof handovers>>
  accounts: ReturnType<typeof hc<typeof accounts>>
  ownAccount: ReturnType<typeof hc<typeof ownAccount>>
  signIns: ReturnType<typeof hc<typeof signIns>>
  papers: ReturnType<typeof hc<typeof projectDocuments>>
  calendars: ReturnType<typeof hc<typeof calendars>>
  clocks: ReturnType<typeof hc<typeof clocks>>
  desk: ReturnType<typeof hc<typeof desk>>
  checks: ReturnType<typeof hc<typeof checks>>
  alerts: ReturnType<typeof hc<typeof alerts>>
  figures: ReturnType<typeof hc<typeof figures>>
  geometries: ReturnType<typeof hc<typeof projectGeometries>>
  fees: ReturnType<typeof hc<typeof projectFees>>
  guarantees: ReturnType<typeof hc<typeof guarantees>>
  restrictions: ReturnType<typeof hc<ReturnType<typeof restrictionRoutes>>>
}
export type { InferResponseType } from 'hono/client'

/** A refusal of the server, as RFC 9457 tells it: `code` is `<room>/<what-happened>` and a key of the catalogues. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string | undefined
  readonly detail: string | undefined
  readonly errors: FieldError[]
  /** what the refusal says beside its sentence */
  readonly facts: Record<string, unknown>

  constructor(status: number, problem: Partial<ProblemBody>) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`)
    this.status = status
    this.code = problem.code
    this.detail = problem.detail ?? problem.title
    this.errors = problem.errors ?? []
    this.facts = problem.facts ?? {}
  }
}

export type FieldError = { pointer: string; code: string; message: string; message_zh?: string; message_en?: string }
type ProblemBody = { title: string; detail: string; code: string; errors: FieldError[]; facts: Record<string, unknown> }

export type Query = Record<string, string | number | boolean | undefined | null>
export type Options = {
  query?: Query
  body?: unknown
  version?: number | undefined
  key?: string
  signal?: AbortSignal
}

/**
 * Calls the server and answers its JSON (undefined for 204); throws ProblemError for every refusal, status 0 when it was not reached.
 * A body that is FormData goes as multipart. POST carries an Idempotency-Key (`key`, or a fresh one); `version` goes as If-Match.
 */
export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const { body, version, signal } = options
  const headers = new Headers({ accept: 'application/json' })
  if (body !== undefined && !(body instanceof FormData)) headers.set('content-type', 'application/json')
  if (version !== undefined) headers.set('if-match', `"${version}"`)
  if (method === 'POST') headers.set('idempotency-key', options.key ?? randomKey())

  const answer = await fetch(path + queryText(options.query), {
    method,
    headers,
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw new ProblemError(0, { code: 'web/unreachable' })
  })
  const isJson = /\bjson\b/.test(answer.headers.get('content-type') ?? '')
  if (!answer.ok) throw new ProblemError(answer.status, isJson ? await answer.json() : {})
  return (isJson ? await answer.json() : undefined) as T
}

/** GET, the short way. */
export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  request<T>('GET', path, { ...(query ? { query } : {}), ...(signal ? { signal } : {}) })

/** POST, the short way. */
export const post = <T>(path: string, body: unknown = {}, options: Options = {}): Promise<T> =>
  request<T>('POST', path, { ...options, body })

/** Puts a file into the one store, for the subject with this public id; answers the file's own id. */
export async function sendFile(
  subject_id: string,
  file: File,
  where: { lon: number; lat: number } | null = null,
  taken_at?: string,
): Promise<string> {
  const form = new FormData()
  form.set('subject_id', subject_id)
  if (where) {
    form.set('lon', String(where.lon))
    form.set('lat', String(where.lat))
  }
  if (taken_at) form.set('taken_at', taken_at)
  form.set('file', file)
  return (await post<{ id: string }>('/api/attachments', form)).id
}

/** 128 random bits for one act, so that a repeat is recognised (crypto.randomUUID needs a secure context; this does not). */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function queryText(query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`
}
