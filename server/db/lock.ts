import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export class FolderInUse extends Error {}

/**
 * Takes a data folder for this process alone: two processes on one embedded database lose each other's writes.
 * A lock left by a process that is gone is taken over. Throws FolderInUse with a sentence for people.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'in-use-by')
  for (let tries = 0; tries < 2; tries++) {
    try {
      const file = openSync(path, 'wx')
      writeSync(file, JSON.stringify({ pid: process.pid, born: bornAt(process.pid) }))
      closeSync(file)
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = readHolder(path)
      if (holder && isAlive(holder.pid) && bornAt(holder.pid) === holder.born)
        throw new FolderInUse(
          `the folder ${folder} is in use by another Dongtu process (process ${holder.pid}): stop it, or set DATA_DIR to another folder`,
        )
      rmSync(path, { force: true })
    }
  }
  throw new FolderInUse(`the folder ${folder} is being opened by another Dongtu process: try again`)
}

function readHolder(path: string): { pid: number; born: string | null } | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { pid: number; born: string | null }
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// Process numbers are used again after a restart; the start time of the process tells them apart where /proc exists.
function bornAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
