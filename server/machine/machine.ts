import type { ActorRole } from '../access/actor.ts'
import type { CardOwner } from '../db/queries.gen.ts'

/** One named move of a lifecycle: a row of a table, not code. `basis` is the key of the dated rule that allows it. */
export interface Move<Status extends string> {
  from: readonly Status[]
  to: Status
  by: readonly ActorRole[]
  /** Type of the event, `<subject>.<what-happened>`. */
  event: string
  basis: string
  /** Reason codes with which the move's verb may hold it back though role and state are right; for people who read the table. */
  guards?: readonly string[]
  /** Clocks that begin; `owner` holds the ball. */
  starts?: readonly { kind: string; owner: CardOwner }[]
  /** Clocks that end. */
  stops?: readonly string[]
  pauses?: readonly string[]
  resumes?: readonly string[]
  /** Clocks that the move taken back began: they end without fault. */
  cancels?: readonly string[]
  /** Clocks that the move taken back stopped: they run as if it had not been. */
  reopens?: readonly string[]
  /** What the mover must give, for forms: field → kind of input. */
  input?: Readonly<Record<string, InputKind>>
}

type Plain = 'text' | 'date' | 'datetime' | 'items' | 'attachment' | 'number'
/** `choice` names its values after a colon, separated by commas. */
export type InputKind = Plain | `${Plain}_required` | 'boolean' | 'position' | `choice${'' | '_required'}:${string}`

export interface Machine<Status extends string> {
  /** The room: prefix of its problem codes. */
  room: string
  subject_kind: string
  moves: Readonly<Record<string, Move<Status>>>
}

/** Why this role may not make the move from this status: a reason code, or null when it may. */
export function refusal<Status extends string>(
  machine: Machine<Status>,
  name: string,
  status: Status,
  role: ActorRole,
): 'not-your-move' | 'wrong-state' | null {
  const move = machine.moves[name]
  if (!move || !move.by.includes(role)) return 'not-your-move'
  return move.from.includes(status) ? null : 'wrong-state'
}

/** What a caller could do next, and why not where they may not: the web draws this and never derives it again. */
export interface Action {
  name: string
  href: string
  method: 'POST'
  allowed: boolean
  reason: string | null
  input: Record<string, string>
  /** The version of the row that would move: send it back as If-Match. */
  version?: number
}

/**
 * The moves that concern this role: those possible from this status, plus those a guard holds back, with the reason.
 * Moves of other roles are left out; moves of other states too, unless `hint` asks for them.
 */
export function actionsOf<Status extends string>(
  machine: Machine<Status>,
  status: Status,
  role: ActorRole,
  href: (name: string) => string,
  guards: Readonly<Record<string, string | null | undefined>> = {},
): Action[] {
  return Object.entries(machine.moves)
    .filter(([name]) => refusal(machine, name, status, role) === null)
    .map(([name, move]) => {
      const reason = guards[name] ?? null
      return {
        name: `${machine.subject_kind}.${name}`,
        href: href(name),
        method: 'POST',
        allowed: reason === null,
        reason,
        input: { ...move.input },
      }
    })
}
