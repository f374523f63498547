import { cloudEventType } from '../outbox/cloud-event.ts'

/** What a subscriber may ask for: one type, all types below a word (`cn.dongtu.leg.*`), or everything (`*`). */
export const typePattern = /^(?:\*|cn\.dongtu\.(?:[a-z_]+\.)+(?:\*|v\d+)|cn\.dongtu\.\*)$/

/** Whether an event of this type is among what was asked for. */
export function wantsType(asked: readonly string[], type: string): boolean {
  const full = cloudEventType(type)
  return asked.some((one) => one === '*' || one === full || (one.endsWith('.*') && full.startsWith(one.slice(0, -1))))
}
