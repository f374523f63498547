import type { LegAddress } from './platform.ts'
import type { SimulatedKind } from './kinds.ts'

export type Message = { asks: 'transfer' | 'cancel' | 'settled'; leg: LegAddress } | { asks: 'nothing' }

/** Events that ask a utility to move an account: the push, the same push once more, and the reminder of the reconciliation. */
const asking = ['pushed', 'retried', 'still_open']

/**
 * What a CloudEvent asks of this utility: `cn.dongtu.transfer.leg.pushed.v1` and its like ask for the transfer of an account,
 * `….cancel_requested.v1` calls it off, `….settled.v1` says that its own people took the debt as paid; all else, and every other kind, is none of its business.
 */
export function readMessage(text: string, kind: SimulatedKind): Message {
  const event = parse(text)
  const data = event['data'] as Record<string, unknown> | undefined
  const transfer_id = data?.['transfer_id']
  if (typeof transfer_id !== 'string' || data?.['kind'] !== kind) return { asks: 'nothing' }
  const what = /(?:^|[._])leg\.(\w+)\.v\d+$/.exec(String(event['type']))?.[1]
  if (what && asking.includes(what)) return { asks: 'transfer', leg: { transfer_id, kind } }
  if (what === 'cancel_requested') return { asks: 'cancel', leg: { transfer_id, kind } }
  if (what === 'settled') return { asks: 'settled', leg: { transfer_id, kind } }
  return { asks: 'nothing' }
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
