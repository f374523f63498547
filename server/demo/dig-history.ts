import type { Days } from './days.ts'
import type { Step } from './dig-life.ts'
import type { DemoMove } from './dig-moves.ts'
import { demoMoves } from './dig-moves.ts'
import type { PermitStatus, Stage, WorksStatus } from './vocabulary.ts'
import { stageOf } from '../projects/fold.ts'

/** Where the machines under a project stand. */
export interface Machines {
  project: 'registered' | 'cancelled'
  permit: PermitStatus | null
  works: WorksStatus
}

/** One move with where everything stood after it. */
export interface Moment {
  step: Step
  move: DemoMove
  at: string
  /** The status of the moved machine before the move; null when the move made it. */
  from: string | null
  machines: Machines
  stage: Stage
  /** The version of the moved machine's row after this move. */
  version: number
}

/** The moves of a life in order, each with the state it led to. */
export function historyOf(days: Days, steps: readonly Step[]): Moment[] {
  let machines: Machines = { project: 'registered', permit: null, works: 'not_started' }
  // A permit is made as a draft and works with the project, each at version 1, before their first move.
  const versions = { project: 0, permit: 1, works: 1 }
  return steps.map((step) => {
    const move: DemoMove = demoMoves[step.move]
    const from = step.move === 'register' ? null : (machines[move.machine] ?? 'draft')
    machines = { ...machines, [move.machine]: move.to }
    const version = ++versions[move.machine]
    const stage = stageOf(machines.project, machines.permit, machines.works)
    return { step, move, at: days.at(step.day, step.minute), from, machines, stage, version }
  })
}

/** The last time a move was made, or null. */
export function whenMoved(history: readonly Moment[], ...moves: string[]): string | null {
  return history.findLast(({ step }) => moves.includes(step.move))?.at ?? null
}
