import { systemActor } from '../access/actor.ts'
import type { Parts } from '../http/environment.ts'
import type { Job } from '../jobs.ts'
import { sendDueMessages } from './send.ts'

/** A telephone number is needed until the message arrived; a month covers complaints. The rest is kept two years as evidence. */
const phone_days = 30
const keep_days = 730

export const messageJobs: readonly Job[] = [
  {
    name: 'messages.send',
    every_seconds: 1,
    run: async (parts, district_code) => void (await sendDueMessages(parts, district_code)),
  },
  { name: 'messages.forget', every_seconds: 3600, run: forgetOldMessages },
]

/** Takes telephone numbers off old messages, and deletes messages whose time is over. */
export async function forgetOldMessages(parts: Parts, district_code: number): Promise<void> {
  await parts.run(systemActor(district_code), async (ctx) => {
    const before = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000).toISOString()
    await ctx.tx.run('messages/forget_phones', { district_code, before: before(phone_days) })
    await ctx.tx.run('messages/delete_messages', { district_code, before: before(keep_days) })
  })
}
