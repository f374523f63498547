/** Seconds to wait after the first, second … failed attempt: eight attempts over 27 h 35 min (Svix, docs.svix.com/retries). */
export const retry_after_seconds: readonly number[] = [5, 300, 1800, 7200, 18000, 36000, 36000]

/** At most this share is added to each wait, so that receivers that fell together do not rise together. */
export const jitter_share = 0.2

/**
 * Seconds until the next attempt when `attempts` have failed, or null when it is time to give up.
 * `random` is uniform in [0, 1). A receiver's Retry-After lengthens the wait, never shortens it.
 */
export function nextAttemptSeconds(
  attempts: number,
  random: number,
  asked_seconds: number | null = null,
): number | null {
  const wait = retry_after_seconds[attempts - 1]
  if (wait === undefined) return null
  return Math.max(Math.round(wait * (1 + jitter_share * random)), asked_seconds ?? 0)
}
