import type { BusinessClock } from '../context.ts'

/** Business time = wall clock + a stored offset, which only the demo bar moves. */
export class OffsetClock implements BusinessClock {
  private offset_ms = 0
  wall = (): Date => new Date()
  now = (): Date => new Date(Date.now() + this.offset_ms)
  get offset(): number {
    return this.offset_ms
  }
  set offset(ms: number) {
    this.offset_ms = ms
  }
}
