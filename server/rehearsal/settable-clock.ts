import type { BusinessClock } from '../context.ts'

/** Time that is told, not read: a whole year passes as fast as its work is done. */
export class SettableClock implements BusinessClock {
  private at: Date
  constructor(at: Date) {
    this.at = at
  }
  now = (): Date => new Date(this.at)
  wall = (): Date => new Date(this.at)
  set(at: Date): void {
    this.at = at
  }
  pass(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000)
  }
}
