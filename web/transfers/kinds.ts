/** Colours of the utilities' kinds, the same as on the map (map/overlay.ts). */
export const kindColour: Record<string, string> = {
  water: '#1a8fe3',
  power: '#f08c1e',
  gas: '#d94fb0',
}

/** Legs as people say them: water, power, gas, then what an operator added. */
export function inOrder<L extends { kind: string }>(legs: readonly L[]): L[] {
  const place = ({ kind }: L) => {
    const index = Object.keys(kindColour).indexOf(kind)
    return index < 0 ? Infinity : index
  }
  return legs.toSorted((a, b) => place(a) - place(b) || a.kind.localeCompare(b.kind))
}
