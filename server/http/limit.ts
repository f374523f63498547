import type { Context, MiddlewareHandler } from 'hono'
import type { Actor } from '../access/actor.ts'
import { createBuckets } from './buckets.ts'
import { type Budget, budgetOf } from './budgets.ts'
import { clientAddress } from './client-address.ts'
import type { Env, Parts } from './environment.ts'
import { Problem } from './problem.ts'

/** Some 10 MB when full. Whoever comes from more addresses than this is not stopped by counting. */
const mostBuckets = 50_000

/** Counts a request against the budget of its class; 429 when nothing is left of it. */
export type Take = (c: Context<Env>, actor: Actor) => void

/** The rate limits of one process. The headers are those of draft-ietf-httpapi-ratelimit-headers-10. */
export function createLimits({ config, clock }: Pick<Parts, 'config' | 'clock'>): {
  take: Take
  settle: MiddlewareHandler<Env>
} {
  const buckets = createBuckets({ most: mostBuckets, wall: () => clock.wall().getTime() })
  const measureOf = (c: Context<Env>, budget: Budget, actor: Actor) => {
    const person = budget.caller === null ? null : actor.id
    const who = person ?? clientAddress(c, config.TRUST_PROXY)
    const quota = Math.max(1, Math.round((person ? budget.caller! : budget.address) * config.RATE_LIMIT))
    return { key: `${budget.name} ${who}`, quota, window_ms: budget.window_seconds * 1000 }
  }

  return {
    take(c, actor) {
      const budget = config.RATE_LIMIT === 0 ? null : budgetOf(c.req.method, c.req.path)
      if (!budget) return
      const { key, quota, window_ms } = measureOf(c, budget, actor)
      const { isAllowed, remaining, seconds } = buckets.take(key, quota, window_ms)
      c.header('ratelimit-policy', `"${budget.name}";q=${quota};w=${budget.window_seconds}`)
      c.header('ratelimit', `"${budget.name}";r=${remaining};t=${seconds}`)
      if (!isAllowed)
        throw new Problem(429, 'http/too-many-requests', {
          detail: `too many requests of the class "${budget.name}": ask again in ${seconds} s`,
          budget: budget.name,
          quota,
          window_seconds: budget.window_seconds,
          retry_after: seconds,
        })
    },
    settle: async (c, next) => {
      await next()
      const budget = budgetOf(c.req.method, c.req.path)
      if (!budget?.failures_only || config.RATE_LIMIT === 0 || c.res.status >= 400) return
      const { key, quota, window_ms } = measureOf(c, budget, c.var.actor)
      buckets.giveBack(key, quota, window_ms)
    },
  }
}
