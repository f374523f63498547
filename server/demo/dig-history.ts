import type { Days } from './days.ts'
import type { Step } from './dig-life.ts'
import type { DemoMove, Machines } from './dig-moves.ts'
import { demoMoves, stageOf } from './dig-moves.ts'
import type { Stage } from './district.ts'

/** One move with where everything stood after it. */
export interface Moment {
  step: Step
  move: DemoMove
  at: string
  machines: Machines
  stage: Stage
  /** The version of the moved machine's row after this move. */
  version: number
}

/** The moves of a life in order, each with the state it led to. */
export function historyOf(days: Days, steps: readonly Step[]): Moment[] {
  let machines: Machines = { project: 'registered', permit: null, works: 'not_started' }
  const versions = { project: 0, permit: 0, works: 1 }
  return steps.map((step) => {
    const move: DemoMove = demoMoves[step.move]
    machines = { ...machines, [move.machine]: move.to }
    const version = ++versions[move.machine]
    return { step, move, at: days.at(step.day, step.minute), machines, stage: stageOf(machines), version }
  })
}

/** The last time a move was made, or null. */
export function whenMoved(history: readonly Moment[], ...moves: string[]): string | null {
  return history.findLast(({ step }) => moves.includes(step.move))?.at ?? null
}
