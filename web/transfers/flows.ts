import type { Flow } from '../map/overlay.ts'

export type StreetCount = {
  admin_code: string
  street_name: string | null
  kind: string
  centre: [number, number]
  moving: number | null
  open: number | null
}

/**
 * The counts as arcs between the registry and the centre of each street; what is hidden draws none. The registry has no
 * place on the wire: it stands in the middle of the streets that it serves.
 */
export function flowsOf(streets: readonly StreetCount[]): Flow[] {
  if (streets.length === 0) return []
  const middle = (axis: 0 | 1) => streets.reduce((sum, { centre }) => sum + centre[axis], 0) / streets.length
  const from: [number, number] = [middle(0), middle(1)]
  return streets.flatMap(({ centre, kind, moving, open }) => {
    const count = open ?? moving
    return count === null ? [] : [{ from, to: centre, count, kind, is_open: open !== null }]
  })
}
