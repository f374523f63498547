import type { Ring } from './plane.ts'
import { toPlane } from './plane.ts'

/**
 * An approximate outline of a district at Shuangliu's place, drawn by hand on squared paper for this demo.
 * Not a boundary: no published or surveyed line was copied or traced. CGCS2000 lon,lat.
 */
const drawn: [number, number][] = [
  [103.862, 30.694],
  [103.905, 30.676],
  [103.938, 30.652],
  [103.968, 30.622],
  [103.992, 30.602],
  [104.022, 30.588],
  [104.052, 30.582],
  [104.084, 30.596],
  [104.116, 30.578],
  [104.13, 30.546],
  [104.124, 30.518],
  [104.148, 30.494],
  [104.156, 30.458],
  [104.147, 30.422],
  [104.154, 30.386],
  [104.138, 30.352],
  [104.143, 30.318],
  [104.116, 30.29],
  [104.08, 30.274],
  [104.045, 30.281],
  [104.012, 30.27],
  [103.978, 30.288],
  [103.952, 30.302],
  [103.934, 30.332],
  [103.947, 30.364],
  [103.938, 30.396],
  [103.914, 30.42],
  [103.878, 30.434],
  [103.85, 30.454],
  [103.838, 30.486],
  [103.812, 30.512],
  [103.801, 30.546],
  [103.816, 30.582],
  [103.806, 30.616],
  [103.82, 30.652],
  [103.838, 30.686],
]

/** The hand-drawn outline as a ring of the plane. */
export const outlineSketch: Ring = drawn.map(toPlane)
