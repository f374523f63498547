import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    base: string
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

/** One server on an empty folder for all walks; each gets its address. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = newFolder()
  const started = await startServer(folder)
  project.provide('base', started.base)
  return async () => {
    await started.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}
