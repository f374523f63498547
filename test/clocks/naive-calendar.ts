import { readdirSync, readFileSync } from 'node:fs'

/** The calendars read once more, in the plainest way, by nothing of the server: the later notice of a year wins. */
const exceptions = new Map<string, boolean>()
const notices = readdirSync('sql/data/calendars')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`sql/data/calendars/${name}`, 'utf8')) as Notice)
  .sort((a, b) => a.published_on.localeCompare(b.published_on))
for (const { days } of notices) for (const { day, is_working } of days) exceptions.set(day, is_working)

interface Notice {
  published_on: string
  days: { day: string; is_working: boolean }[]
}

/** The n-th working day after a day. */
export function naiveDueDay(from: string, n: number): string {
  const at = new Date(`${from}T00:00:00Z`)
  for (let left = n; left > 0;) {
    at.setUTCDate(at.getUTCDate() + 1)
    if (naiveIsWorking(at.toISOString().slice(0, 10))) left -= 1
  }
  return at.toISOString().slice(0, 10)
}

export const naiveIsWorking = (day: string): boolean =>
  exceptions.get(day) ?? ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
