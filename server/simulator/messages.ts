import type { LegAddress } from './platform.ts'
import { simulated_kinds, type SimulatedKind } from './kinds.ts'

export type Message = { asks: 'transfer' | 'cancel'; leg: LegAddress } | { asks: 'nothing' }

/**
 * What a CloudEvent asks of this utility. `cn.dongtu.leg.pushed.v1` (and `.retried`) asks for the transfer of an account,
 * `cn.dongtu.leg.cancel_requested.v1` calls it off; everything else, and every other kind, is none of its business.
 */
export function readMessage(text: string, kind: SimulatedKind): Message {
  const event = parse(text)
  const data = event['data'] as Record<string, unknown> | undefined
  const transfer_id = data?.['transfer_id'] ?? data?.['case_id'] ?? event['subject']
  if (typeof transfer_id !== 'string' || data?.['kind'] !== kind || !simulated_kinds.includes(kind))
    return { asks: 'nothing' }
  const what = /(?:^|[._])leg\.(\w+)\.v\d+$/.exec(String(event['type']))?.[1]
  if (what === 'pushed' || what === 'retried') return { asks: 'transfer', leg: { transfer_id, kind } }
  if (what === 'cancel_requested') return { asks: 'cancel', leg: { transfer_id, kind } }
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
