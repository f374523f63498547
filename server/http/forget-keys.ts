import { systemActor } from '../access/actor.ts'
import type { Job } from '../jobs.ts'

const kept_hours = 48

/** Keys older than two days are forgotten: no client repeats a request after that. */
export const forgetKeysJob: Job = {
  name: 'http.forget_keys',
  every_seconds: 3600,
  async run(parts, district_code) {
    const before = new Date(parts.clock.wall().getTime() - kept_hours * 3_600_000).toISOString()
    await parts.run(systemActor(district_code), ({ tx }) => tx.run('http/forget_keys', { district_code, before }))
  },
}
