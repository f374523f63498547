/** Colours of the utilities' kinds, the same as on the map (map/overlay.ts). */
export const kindColour: Record<string, string> = {
  water: '#1a8fe3',
  power: '#f08c1e',
  gas: '#d94fb0',
}
