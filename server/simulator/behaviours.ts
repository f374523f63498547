/** How a utility may behave. The first is the good one. */
export const behaviours = ['prompt', 'late', 'arrears', 'twice', 'out_of_order', 'down', 'rejects'] as const
export type Behaviour = (typeof behaviours)[number]

export type CallbackMove = 'acknowledge' | 'complete' | 'reject' | 'confirm-cancel'

/** One call back to the platform. Steps run one after the other, each `after_ms` after the one before it. */
export interface Step {
  move: CallbackMove
  after_ms: number
  /** What sets this call's Idempotency-Key apart from other calls of the same move. Equal labels are the same call, repeated. */
  label: string
  reason_code?: string
}

/** Waiting times in milliseconds: until it acknowledges, until it is done, and how much longer a late one takes. */
export interface Pace {
  acknowledge_ms: [number, number]
  finish_ms: [number, number]
  late_ms: number
}

/** A utility that works while somebody watches: done within four seconds. */
export const demo_pace: Pace = { acknowledge_ms: [300, 900], finish_ms: [1000, 3000], late_ms: 120_000 }

/**
 * What a utility does about a pushed leg. Pure: `random` is uniform in [0, 1). An account in arrears is rejected whatever the behaviour:
 * it was clear at the precheck and is not any more.
 */
export function planSteps(
  behaviour: Behaviour,
  leg: { arrears_yuan: number; pace: Pace; random: () => number },
): Step[] {
  const { pace, random } = leg
  const within = ([low, high]: [number, number]) => Math.round(low + random() * (high - low))
  const extra = behaviour === 'late' ? pace.late_ms : 0
  const acknowledge: Step = { move: 'acknowledge', after_ms: within(pace.acknowledge_ms) + extra, label: 'acknowledge' }
  const complete: Step = { move: 'complete', after_ms: within(pace.finish_ms) + extra, label: 'complete' }

  if (leg.arrears_yuan > 0)
    return [acknowledge, { ...complete, move: 'reject', label: 'reject', reason_code: 'arrears' }]
  if (behaviour === 'rejects')
    return [acknowledge, { ...complete, move: 'reject', label: 'reject', reason_code: 'holder_mismatch' }]
  if (behaviour === 'twice') return [...doubled(acknowledge), ...doubled(complete)]
  if (behaviour === 'out_of_order') {
    return [
      { ...complete, label: 'complete_early' },
      { ...acknowledge, after_ms: 100 },
      { ...complete, after_ms: 100, label: 'complete_again' },
    ]
  }
  return [acknowledge, complete]
}

/** Once more as it was, and once more as if it were news. */
const doubled = (step: Step): Step[] => [
  step,
  { ...step, after_ms: 0 },
  { ...step, after_ms: 0, label: `${step.label}_again` },
]
