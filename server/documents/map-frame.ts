import { boxOf, type extentOf, frame } from './map-extent.ts'
import type { Mark } from './sheet.ts'

/** The frame with the longitude and latitude of its edges (CGCS2000), read at two corners: between them the eye interpolates. */
export function frameMarks({ plane, metres }: ReturnType<typeof extentOf>): Mark[] {
  const [lower, upper] = [plane.toDegrees([metres.west, metres.south]), plane.toDegrees([metres.east, metres.north])]
  const { west, east, south, north } = boxOf([lower, upper])
  const size = 6.5
  const edge = frame.height - 4
  const right = frame.width - 4
  const word = (text: string, x: number, y: number, align: 'left' | 'right'): Mark => ({
    kind: 'word',
    text,
    x,
    y,
    size,
    align,
    colour: '#404040',
  })
  return [
    { kind: 'path', path: `M0.5 0.5H${frame.width - 0.5}V${frame.height - 0.5}H0.5Z`, stroke: '#1f1f1f', width: 1 },
    word(`${degrees(west, 'E')}　${degrees(south, 'N')}`, 4, edge, 'left'),
    word(`${degrees(east, 'E')}　${degrees(north, 'N')}`, right, 10, 'right'),
  ]
}

/** 103°55′12.34″E: what a map's edge says. */
export function degrees(value: number, side: 'E' | 'N'): string {
  const seconds = Math.round(Math.abs(value) * 360_000) / 100
  const whole = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds - whole * 3600) / 60)
  const rest = (seconds - whole * 3600 - minutes * 60).toFixed(2).padStart(5, '0')
  return `${whole}°${String(minutes).padStart(2, '0')}′${rest}″${side}`
}

export function northArrow(): Mark[] {
  const x = 22
  return [
    { kind: 'path', path: `M${x} 10L${x + 7} 34L${x} 29Z`, fill: '#1f1f1f' },
    { kind: 'path', path: `M${x} 10L${x - 7} 34L${x} 29Z`, fill: '#ffffff', stroke: '#1f1f1f', width: 0.7 },
    { kind: 'word', text: '北', x, y: 45, size: 9, align: 'center' },
  ]
}

/** A bar of a round number of metres, about a quarter of the frame long, in four fields. */
export function scaleBar(metres_per_point: number): Mark[] {
  const rough = (frame.width / 4) * metres_per_point
  const power = 10 ** Math.floor(Math.log10(rough))
  const metres = [5, 2, 1].map((step) => step * power).find((step) => step <= rough) ?? power
  const length = metres / metres_per_point
  const right = frame.width - 14
  const left = right - length
  const y = frame.height - 16
  const fields = [0, 1, 2, 3].map((i): Mark => {
    const x = left + (length * i) / 4
    const path = `M${x} ${y}h${length / 4}v4h${-length / 4}Z`
    return { kind: 'path', path, fill: i % 2 === 0 ? '#1f1f1f' : '#ffffff', stroke: '#1f1f1f', width: 0.5 }
  })
  return [
    { kind: 'path', path: `M${left - 6} ${y - 13}H${right + 8}V${y + 8}H${left - 6}Z`, fill: '#fbfaf7', opacity: 0.85 },
    ...fields,
    { kind: 'word', text: '0', x: left, y: y - 3, size: 7, align: 'center' },
    { kind: 'word', text: `${metres} m`, x: right, y: y - 3, size: 7, align: 'right' },
  ]
}
