import { systemActor } from '../access/actor.ts'
import { deliverDue, type DeliverTools } from './deliver.ts'

/**
 * By clock, every second, and at once after a fan-out: sends all that is due, district by district, until a round finds nothing.
 * A district that fails does not keep the others waiting; its error is thrown at the end. Returns how many attempts were made.
 */
export async function deliverAllDue(tools: DeliverTools): Promise<number> {
  let attempts = 0
  const errors: unknown[] = []
  for (const district_code of await dueDistricts(tools)) {
    try {
      attempts += await emptyDistrict(tools, district_code)
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
  return attempts
}

async function emptyDistrict(tools: DeliverTools, district_code: number): Promise<number> {
  let attempts = 0
  for (;;) {
    const round = await deliverDue(tools, district_code)
    if (round.length === 0) return attempts
    attempts += round.length
  }
}

// The nationwide read needs no district: 100000 stands for all of them.
async function dueDistricts({ run, clock }: DeliverTools): Promise<number[]> {
  const at = clock.wall().toISOString()
  const rows = await run(systemActor(100_000), (ctx) => ctx.tx.many('webhooks/list_due_districts', { at }))
  return rows.map((row) => row.district_code).sort((one, other) => one - other)
}
