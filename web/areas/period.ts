/** Whole years back from today that the panel offers at a press. */
export const yearsBack = [1, 3, 5, 10] as const

/** The days of the last `years` years up to today, both included. */
export function lastYears(today: string, years: number): { from: string; to: string } {
  return { from: `${Number(today.slice(0, 4)) - years}${lastDay(today)}`, to: today }
}

/** The days of the year that begins today. */
export function nextYear(today: string): { from: string; to: string } {
  return { from: today, to: `${Number(today.slice(0, 4)) + 1}${lastDay(today)}` }
}

/** How many whole years back a period is, when it is one that the panel offers. */
export function yearsOf(today: string, from: string | undefined, to: string | undefined): number | undefined {
  if (!today || to !== today) return undefined
  return yearsBack.find((years) => lastYears(today, years).from === from)
}

/** A leap day has no namesake in most years. */
const lastDay = (today: string) => today.slice(4).replace('-02-29', '-02-28')
