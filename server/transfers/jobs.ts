import type { Parts } from '../http/environment.ts'
import { createOutbound, type Outbound } from '../http/outbound.ts'
import type { Job } from '../jobs.ts'
import { forgetEndedSales } from './forget.ts'
import { pushArmedLegs } from './push.ts'
import { reconcile } from './reconcile.ts'
import { runPrechecks } from './run-prechecks.ts'
import { retryLegs, timeOutLegs } from './time-out.ts'

const ways = new WeakMap<Parts, Outbound>()

/** Everything that must go on is a row that is due; these find it. A kill -9 loses at most the time until the next turn. */
export const transferJobs: readonly Job[] = [
  {
    name: 'transfers.precheck',
    every_seconds: 1,
    run: async (parts, district_code) => void (await runPrechecks(parts, district_code, outboundOf(parts))),
  },
  {
    name: 'transfers.push',
    every_seconds: 1,
    run: async (parts, district_code) => void (await pushArmedLegs(parts, district_code)),
  },
  {
    name: 'transfers.late',
    every_seconds: 30,
    run: async (parts, district_code) => {
      await retryLegs(parts, district_code)
      await timeOutLegs(parts, district_code)
    },
  },
  { name: 'transfers.reconcile', every_seconds: 300, run: reconcile },
  { name: 'transfers.forget', every_seconds: 3600, run: forgetEndedSales },
]

/** The demo's utilities are on the loopback address. */
function outboundOf(parts: Parts): Outbound {
  const known = ways.get(parts)
  if (known) return known
  const made = createOutbound({ allow_loopback: parts.demo || parts.config.WEBHOOK_ALLOW_LOOPBACK === 'on' })
  ways.set(parts, made)
  return made
}
