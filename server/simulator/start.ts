import { join } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import type { SimulatedAccount } from './account-book.ts'
import type { Behaviour } from './behaviours.ts'
import type { SimulatedKind } from './kinds.ts'
import { createPlatform } from './platform.ts'
import { createUtility, type Utility, type UtilityOptions } from './utility.ts'

export type PerKind<T> = Partial<Record<SimulatedKind, T>>

export interface StartOptions extends Pick<
  UtilityOptions,
  'pace' | 'random' | 'wait' | 'now' | 'is_open_book' | 'refusals'
> {
  /** Where the platform's API is. */
  base_url: string
  /** One utility is started for each kind that has a token. */
  tokens: PerKind<string>
  webhook_secrets: PerKind<string>
  accounts?: PerKind<readonly SimulatedAccount[]>
  unit_codes?: PerKind<string>
  behaviours?: PerKind<Behaviour>
  /** 0 or absent: any free port. */
  ports?: PerKind<number>
  /** Folder for what they remember over a restart. */
  journal_dir?: string
}

export interface SimulatedUtilities {
  /** `http://127.0.0.1:PORT` per kind; `/precheck` and `/webhooks` are below it. */
  urls: PerKind<string>
  utilities: PerKind<Utility>
  close(): Promise<void>
}

/** Starts the utilities of the demo in this one process, each on a loopback port of its own, and lets them go on with what they had open. */
export async function startSimulatedUtilities(options: StartOptions): Promise<SimulatedUtilities> {
  const urls: PerKind<string> = {}
  const utilities: PerKind<Utility> = {}
  const servers: ServerType[] = []
  for (const kind of Object.keys(options.tokens) as SimulatedKind[]) {
    const utility = createUtility({
      ...options,
      kind,
      platform: createPlatform(options.base_url, options.tokens[kind]!),
      webhook_secret: options.webhook_secrets[kind] ?? '',
      accounts: options.accounts?.[kind],
      unit_code: options.unit_codes?.[kind],
      behaviour: options.behaviours?.[kind],
      journal_path: options.journal_dir && join(options.journal_dir, `${kind}.jsonl`),
    })
    const { server, port } = await listen(utility, options.ports?.[kind] ?? 0)
    servers.push(server)
    utilities[kind] = utility
    urls[kind] = `http://127.0.0.1:${port}`
    utility.resume()
  }
  return {
    urls,
    utilities,
    close: async () => {
      await Promise.all(Object.values(utilities).map((utility) => utility.stop()))
      await Promise.all(servers.map((server) => closed(server)))
    },
  }
}

function listen(utility: Utility, port: number): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: utility.app.fetch, hostname: '127.0.0.1', port }, (address) =>
      resolve({ server, port: address.port }),
    )
    server.once('error', reject)
  })
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
