import type { Parts } from '../http/environment.ts'
import type { Job } from '../jobs.ts'
import { runImports } from './run-imports.ts'

interface Turn {
  isOver: boolean
  fault: Error | null
}
const turns = new WeakMap<Parts, Turn>()

/** Starts the reading of what waits and returns at once: an import may take minutes, and neither a start nor a stop waits for it. */
async function turn(parts: Parts, district_code: number): Promise<void> {
  const last = turns.get(parts)
  if (last && !last.isOver) return
  const next: Turn = { isOver: false, fault: null }
  turns.set(parts, next)
  void runImports(parts, district_code)
    .catch((error: Error) => {
      next.fault = error
    })
    .finally(() => {
      next.isOver = true
    })
  if (last?.fault) throw last.fault
}

/** A process that died while it read leaves its import to the next one, when its lease has run out. */
export const importJobs: readonly Job[] = [{ name: 'imports.run', every_seconds: 1, run: turn }]
