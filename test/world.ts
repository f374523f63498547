import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import type { Actor } from '../server/access/actor.ts'
import { publicActor, systemActor } from '../server/access/actor.ts'
import { loadKeys } from '../server/access/load-keys.ts'
import type { Keys } from '../server/access/seal.ts'
import { createApp, type App } from '../server/app.ts'
import type { Parts } from '../server/http/environment.ts'
import { createHub } from '../server/live/hub.ts'
import { relayDistrict } from '../server/outbox/relay.ts'
import { react } from '../server/reactions.ts'
import { actionSources } from '../server/routes.ts'
import { readConfig } from '../server/config.ts'
import type { BusinessClock, Context } from '../server/context.ts'
import type { Database } from '../server/db/database.ts'
import type { MemberRole, OrganisationKind } from '../server/db/queries.gen.ts'
import { createRun, type Run } from '../server/run.ts'
import type { FileStore } from '../server/store/file-store.ts'
import { openFolderStore } from '../server/store/folder.ts'
import { openStore } from '../server/store/open.ts'
import { openTestDatabase } from './database.ts'

/** A clock that a test turns by hand. Both times are the same unless the test sets them apart. */
export class TestClock implements BusinessClock {
  private at: Date
  constructor(at: string) {
    this.at = new Date(at)
  }
  now = () => new Date(this.at)
  wall = () => new Date(this.at)
  set(at: string) {
    this.at = new Date(at)
  }
  add(hours: number) {
    this.at = new Date(this.at.getTime() + hours * 3_600_000)
  }
}

export interface Member extends Actor {
  token: string
}
export interface World {
  db: Database
  run: Run
  clock: TestClock
  keys: Keys
  app: App
  parts: Parts
  district_code: number
  /** Someone of this role, each in an organisation of their own unless one is given. Minted once per role. */
  member(role: MemberRole, options?: { another?: boolean; utility_kind?: string }): Promise<Member>
  system: Actor
  public: Actor
  /** Requests as this member (or the public) through the whole application. */
  as(member: Member | null): Client
  /** Runs a verb or statements as the system, for arranging and for looking. */
  look<T>(work: (ctx: Context) => Promise<T>): Promise<T>
  /** Hands on what was committed here, with the server's reactions, as its relay does; other tests' districts wait. */
  relay(): Promise<void>
}
export interface Answer {
  status: number
  body: any
  headers: Headers
}
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  raw(path: string, init?: RequestInit): Promise<Response>
}

const shared = globalThis as {
  dongtuTestDatabase?: Promise<Database>
  dongtuTestDistrict?: number
  dongtuTestStore?: Promise<FileStore>
}

export interface WorldOptions {
  now?: string
  /** Settings of the environment, where the test is about them. */
  settings?: Record<string, string>
  /** A database and a DATA_DIR of the test's own, instead of the worker's. */
  db?: Database
  folder?: string
}

/** Never a code that is its neighbours' city: a rule of one test would hold in the next. */
function nextDistrict(): number {
  const next = (shared.dongtuTestDistrict ?? 600000) + 1
  return (shared.dongtuTestDistrict = next % 100 === 0 ? next + 1 : next)
}

/** A world of one's own: a fresh district code in the worker's database, a clock, and actors as needed. Rate limits are off unless its settings say so. */
export async function world(options: WorldOptions = {}): Promise<World> {
  if (!options.db) shared.dongtuTestDatabase ??= openTestDatabase(`w${process.pid}_${threadId}`)
  const db = options.db ?? (await shared.dongtuTestDatabase!)
  const district_code = nextDistrict()
  const clock = new TestClock(options.now ?? '2026-03-02T02:00:00Z')
  shared.dongtuTestStore ??= mkdtemp(join(tmpdir(), 'dongtu-')).then((folder) => openFolderStore(folder, clock.wall()))
  const run = createRun({ db, clock })
  const config = readConfig({
    DISTRICT_CODE: String(district_code),
    LOG_LEVEL: 'silent',
    WEBHOOK_ALLOW_LOOPBACK: 'on',
    RATE_LIMIT: '0',
    DATA_DIR: options.folder,
    ...options.settings,
  })
  const keys: Keys = options.folder ? loadKeys(config) : { sealing: [{ id: 'test', key: randomBytes(32) }] }
  const parts: Parts = {
    db,
    clock,
    config,
    keys,
    run,
    store: options.folder ? await openStore(config, clock.wall) : await shared.dongtuTestStore,
    demo: false,
    actions: actionSources,
    hub: createHub(),
    openId: null,
    turnClock: null,
    ready: () => true,
  }
  const app = createApp(parts)
  const system = systemActor(district_code)
  const members = new Map<string, Promise<Member>>()
  return {
    db,
    run,
    clock,
    keys,
    app,
    parts,
    district_code,
    system,
    public: publicActor(district_code),
    member(role, { another = false, utility_kind } = {}) {
      const key = `${role}:${utility_kind ?? ''}`
      if (another) return mint(run, system, role, utility_kind)
      if (!members.has(key)) members.set(key, mint(run, system, role, utility_kind))
      return members.get(key)!
    },
    as: (member) => client(app, member?.token),
    look: (work) => run(system, work),
    async relay() {
      await relayDistrict(parts, district_code, { react })
    },
  }
}

const kinds: Record<MemberRole, OrganisationKind> = {
  promoter: 'promoter',
  authority: 'authority',
  inspector: 'inspection',
  utility: 'utility',
  planner: 'planning',
  registry: 'registry',
  auditor: 'audit',
  admin: 'operator',
}

async function mint(run: Run, system: Actor, role: MemberRole, utility_kind?: string): Promise<Member> {
  const organisation_id = randomUUID()
  const person_id = randomUUID()
  const { district_code } = system
  return run(system, async (ctx) => {
    const organisation = {
      district_code,
      id: organisation_id,
      kind: kinds[role],
      name_zh: `测试${role}`,
      name_en: `Test ${role}`,
      credit_code: null,
      utility_kind: utility_kind ?? null,
      is_demo: false,
      created_at: ctx.now.toISOString(),
    }
    await ctx.tx.run('accounts/insert_organisation', organisation)
    await ctx.tx.run('accounts/insert_person', {
      district_code,
      id: person_id,
      organisation_id,
      login: person_id,
      name_zh: `测试员${role}`,
      name_en: `Tester ${role}`,
      role,
      locale: 'zh-CN',
      password_hash: null,
      phone_sealed: null,
      is_demo: false,
      created_at: ctx.now.toISOString(),
    })
    const { createToken } = await import('../server/accounts/token.ts')
    const token = await createToken(ctx, { person_id, district_code, label: 'test', expires_at: null })
    return {
      role,
      id: person_id,
      name: `测试员${role}`,
      organisation_id,
      organisation_name: organisation.name_zh,
      district_code,
      districts: [district_code],
      token,
    }
  })
}

export function client(app: App, token: string | undefined): Client {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const request = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    const answer = await app.request(path, {
      method,
      headers: { ...authorization, ...json, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await answer.text()
    const isJson = (answer.headers.get('content-type') ?? '').includes('json')
    return { status: answer.status, headers: answer.headers, body: isJson && text ? JSON.parse(text) : text }
  }
  return {
    request,
    get: (path, headers) => request('GET', path, undefined, headers),
    post: (path, body, headers) => request('POST', path, body ?? {}, headers),
    raw: (path, init = {}) =>
      Promise.resolve(
        app.request(path, { ...init, headers: { ...authorization, ...(init.headers as Record<string, string>) } }),
      ),
  }
}
