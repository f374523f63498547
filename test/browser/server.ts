import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    base: string
    /** A data folder with the demo in it that no server runs on. */
    demo: string
  }
}

export interface Started {
  base: string
  server: ChildProcess
  /** What it printed until it listened. */
  said: string
  /** Resolves when the process is gone. */
  end(signal: NodeJS.Signals): Promise<void>
}

/** A folder of one's own for a server that is thrown away. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'dongtu-walk-'))

/** A folder with the demo in it as on the first day, of one's own: a server starts on it in seconds. */
export function demoFolder(): string {
  const folder = newFolder()
  cpSync(inject('demo'), folder, { recursive: true })
  return folder
}

/** Starts the built server on a folder, as `npm start` does, and waits for its line. A PORT among the settings is kept over a restart. */
export async function startServer(folder: string, settings: Record<string, string> = {}): Promise<Started> {
  const server = spawn(process.execPath, ['--enable-source-maps', '.build/out/server/main.js'], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      LOG_LEVEL: 'warn',
      DATABASE_URL: '',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  let said = ''
  const base = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /listening on (http:\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
  return { base, server, said, end: (signal) => (server.kill(signal), gone) }
}

/** The demo is loaded once, by a first start on an empty folder. One server on a copy of it is for all walks; each gets its address. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const demo = newFolder()
  const first = await startServer(demo)
  try {
    await handedOn(first.base)
  } finally {
    await first.end('SIGTERM')
  }
  const folder = newFolder()
  cpSync(demo, folder, { recursive: true })
  const started = await startServer(folder)
  project.provide('base', started.base)
  project.provide('demo', demo)
  return async () => {
    await started.end('SIGTERM')
    for (const gone of [folder, demo]) rmSync(gone, { recursive: true, force: true })
  }
}

/** Waits until everything that a server's demo has brought about is numbered and handed on. */
async function handedOn(base: string): Promise<void> {
  for (const end = Date.now() + 180_000; Date.now() < end; await setTimeout(500)) {
    const figures = await (await fetch(`${base}/metrics`)).text()
    if (/^dongtu_outbox_waiting 0$/m.test(figures)) return
  }
  throw new Error('the events of the demo were not handed on within three minutes')
}
