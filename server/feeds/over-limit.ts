export interface Observed {
  at: Date
  result: number | null
  code: string | null
}
/** The rule `feed.<property>`: a limit over minutes (another by night, Shanghai's hours), or the codes that are an alarm. */
export interface Threshold {
  limit?: number
  night?: { from: string; to: string; limit: number }
  over_minutes?: number
  codes?: string[]
  gap_minutes: number
}
/** A stretch over the limit: first and last observation of it, the highest mean (or none, for an alarm) and the limit it was over. */
export interface Span {
  began_at: Date
  last_at: Date
  peak: number | null
  limit: number | null
  code: string | null
}
const minute = 60_000

/**
 * The stretches over the limit among observations in the order of their time. Measured values: an observation is over it when the mean of the `over_minutes`
 * that end with it is, and observations reach back through nearly all of them (so a single spike is none). Stretches no further apart than the gap are one.
 */
export function spansOver(observed: readonly Observed[], threshold: Threshold): Span[] {
  const spans: Span[] = []
  for (const [i, { at, code }] of observed.entries()) {
    const mean = code === null ? meanAt(observed, i, threshold.over_minutes ?? 0) : null
    const limit = code === null ? limitAt(at, threshold) : null
    const isOver = code === null ? mean !== null && limit !== null && mean > limit : !!threshold.codes?.includes(code)
    if (!isOver) continue
    const last = spans.findLast((span) => span.code === code)
    if (last && at.getTime() - last.last_at.getTime() <= threshold.gap_minutes * minute) {
      last.last_at = at
      if (mean !== null) last.peak = Math.max(last.peak!, mean)
    } else spans.push({ began_at: at, last_at: at, peak: mean, limit, code })
  }
  return spans
}

/** The mean of the minutes that end with an observation; null while less than nine tenths of them were observed. */
function meanAt(observed: readonly Observed[], end: number, over_minutes: number): number | null {
  const to = observed[end]!.at.getTime()
  let [sum, count, first] = [0, 0, to]
  for (let i = end; i >= 0 && observed[i]!.at.getTime() >= to - over_minutes * minute; i--) {
    const { result, at } = observed[i]!
    if (result === null) continue
    sum += result
    count++
    first = at.getTime()
  }
  return count > 0 && to - first >= 0.9 * over_minutes * minute ? sum / count : null
}

function limitAt(at: Date, { limit, night }: Threshold): number | null {
  if (!night) return limit ?? null
  const clock = new Date(at.getTime() + 8 * 60 * minute).toISOString().slice(11, 16)
  const isNight =
    night.from > night.to ? clock >= night.from || clock < night.to : clock >= night.from && clock < night.to
  return isNight ? night.limit : (limit ?? null)
}
