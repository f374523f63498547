/** What people call a thing on paper: `DP-510116-2026-000123`, its permit `-P01`, a transfer's water leg `-W`. */
export type Reference = {
  series: 'DP' | 'UT'
  district_code: number
  year: number
  number: number
  part: ReferencePart | null
}
export type ReferencePart = { kind: PartKind; number: number } | { leg: UtilityLeg }
export type PartKind = keyof typeof partLetters
export type UtilityLeg = keyof typeof legLetters

const partLetters = { permit: 'P', change: 'C', inspection: 'I', case: 'E' } as const
const legLetters = { water: 'W', power: 'E', gas: 'G' } as const

/** Writes the reference of a dig project or a transfer. */
export function formatReference({ series, district_code, year, number, part }: Reference): string {
  const base = `${series}-${String(district_code).padStart(6, '0')}-${year}-${String(number).padStart(6, '0')}`
  if (!part) return base
  return 'leg' in part ? `${base}-${legLetters[part.leg]}` : `${base}-${partReference(part.kind, part.number)}`
}

/** The ending of a part's reference: `P01`, `I12`, `C100`. */
export function partReference(kind: PartKind, number: number): string {
  return `${partLetters[kind]}${String(number).padStart(2, '0')}`
}

/** Reads a reference; case and surrounding blanks do not matter. Null when it is none of ours. */
export function parseReference(text: string): Reference | null {
  const match = /^(DP|UT)-(\d{6})-(\d{4})-(\d{6,})(?:-([A-Z])(\d{2,})?)?$/.exec(text.trim().toUpperCase())
  if (!match) return null
  const [, name, district, year, number, letter, count] = match
  const series = name === 'UT' ? 'UT' : 'DP'
  const part = letter === undefined ? null : readPart(series, letter, count)
  if (part === undefined) return null
  return { series, district_code: Number(district), year: Number(year), number: Number(number), part }
}

function readPart(series: Reference['series'], letter: string, count: string | undefined): ReferencePart | undefined {
  if (series === 'UT') {
    const leg = keyOf(legLetters, letter)
    return leg && count === undefined ? { leg } : undefined
  }
  const kind = keyOf(partLetters, letter)
  return kind && count !== undefined ? { kind, number: Number(count) } : undefined
}

function keyOf<K extends string>(letters: Record<K, string>, letter: string): K | undefined {
  return (Object.keys(letters) as K[]).find((key) => letters[key] === letter)
}
