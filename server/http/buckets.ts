/** What is left of a budget after one request, or that there was nothing left. */
export interface Taken {
  isAllowed: boolean
  remaining: number
  /** Seconds until the whole quota is there again; when refused, until the next request is allowed. */
  seconds: number
}

export interface Buckets {
  take(key: string, quota: number, window_ms: number): Taken
  /** Undoes one `take`. */
  giveBack(key: string, quota: number, window_ms: number): void
  size(): number
}

/**
 * Token buckets in memory, at most `most`, the least recently used forgotten first. A bucket is one instant: when it would be full again (the generic
 * cell rate algorithm), so nothing has to run between requests. `wall` is the machine's clock in milliseconds.
 */
export function createBuckets({ most, wall }: { most: number; wall: () => number }): Buckets {
  const full_at = new Map<string, number>()

  /** When this bucket is full. A clock that was set back must not lock anybody out for longer than a window. */
  const fullAt = (key: string, now: number, window_ms: number) =>
    Math.min(Math.max(full_at.get(key) ?? now, now), now + window_ms)
  const keep = (key: string, at: number) => {
    full_at.delete(key)
    full_at.set(key, at) // last in the map is last to go
    if (full_at.size > most) full_at.delete(full_at.keys().next().value!)
  }

  return {
    take(key, quota, window_ms) {
      const now = wall()
      const each_ms = window_ms / quota
      const before = fullAt(key, now, window_ms)
      const after = before + each_ms
      const over_ms = after - now - window_ms
      // A thousandth of a millisecond: sums of fractions must not cost the last request of a quota.
      if (over_ms > 0.001) return { isAllowed: false, remaining: 0, seconds: Math.ceil(over_ms / 1000) }
      keep(key, after)
      return {
        isAllowed: true,
        remaining: Math.floor((window_ms - (after - now)) / each_ms + 0.001),
        seconds: Math.ceil((after - now) / 1000),
      }
    },
    giveBack(key, quota, window_ms) {
      if (full_at.has(key)) keep(key, full_at.get(key)! - window_ms / quota)
    },
    size: () => full_at.size,
  }
}
