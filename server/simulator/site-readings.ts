export type Measured = 'dust' | 'noise'

/** What is usual by day and by night, how far it swings, and what it is when it is too much; units of the limits (µg/m³, dB(A)). */
const usual = {
  dust: { day: 140, night: 60, swing: 40, over: 420 },
  noise: { day: 60, night: 45, swing: 6, over: 78 },
} as const

/** Invented readings of a site for the given moments, calm but for the last minutes when they are to be over the limit. The same seed gives the same readings. */
export function readings(
  property: Measured,
  moments: readonly Date[],
  { seed, over_last_minutes }: { seed: number; over_last_minutes: number },
): { at: string; result: number }[] {
  const { day, night, swing, over } = usual[property]
  const last = moments.at(-1)?.getTime() ?? 0
  return moments.map((at, i) => {
    const hour = (at.getUTCHours() + 8) % 24
    const isOver = last - at.getTime() < over_last_minutes * 60_000
    const level = isOver ? over : hour >= 7 && hour < 20 ? day : night
    const wave = Math.sin(i * 0.7 + seed) * 0.6 + Math.sin(i * 2.3 + seed * 3) * 0.4
    return { at: at.toISOString(), result: Math.round((level + wave * swing) * 10) / 10 }
  })
}
