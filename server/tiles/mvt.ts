import type { Shape } from './wkb.ts'

/** GeomType of the Mapbox Vector Tile Specification 2.1, section 4.3.4. */
export const geometryTypes = { point: 1, line: 2, polygon: 3 } as const

const moveTo = 1
const lineTo = 2
const closePath = 15 // command 7, always counted once

/**
 * The command integers of a shape (MVT 2.1, section 4.3): repeated positions left out, outer rings with positive area in tile space and
 * holes with negative, ring by ring. Lines of one position and rings without area are dropped; an empty list means that nothing is left to draw.
 */
export function commandsOf(shape: Shape): number[] {
  if (shape.kind === 'point') return pointCommands(shape.xy)
  const pen: Pen = { commands: [], x: 0, y: 0 }
  let first = 0
  let isOuterDrawn = false
  shape.ends.forEach((end, part) => {
    if (shape.kind === 'line') drawLine(pen, distinct(shape.xy, first, end))
    else if (shape.outer[part]) isOuterDrawn = drawRing(pen, distinct(shape.xy, first, end), true)
    else if (isOuterDrawn) drawRing(pen, distinct(shape.xy, first, end), false)
    first = end
  })
  return pen.commands
}

interface Pen {
  commands: number[]
  x: number
  y: number
}

function pointCommands(xy: readonly number[]): number[] {
  const pen: Pen = { commands: [(xy.length << 2) | moveTo], x: 0, y: 0 }
  for (let i = 0; i < xy.length; i += 2) step(pen, xy[i]!, xy[i + 1]!)
  return pen.commands
}

function drawLine(pen: Pen, xy: readonly number[]): void {
  if (xy.length < 4) return
  drawPath(pen, xy)
}

/** Draws a ring (closed or not) in the direction its place asks for, and answers whether there was any area to draw. */
function drawRing(pen: Pen, xy: number[], isOuter: boolean): boolean {
  if (xy.length > 2 && xy[0] === xy.at(-2) && xy[1] === xy.at(-1)) xy.length -= 2
  const area = doubleArea(xy)
  if (area === 0) return false
  drawPath(pen, area > 0 === isOuter ? xy : reversed(xy))
  pen.commands.push(closePath)
  return true
}

function drawPath(pen: Pen, xy: readonly number[]): void {
  pen.commands.push((1 << 3) | moveTo)
  step(pen, xy[0]!, xy[1]!)
  pen.commands.push(((xy.length / 2 - 1) << 3) | lineTo)
  for (let i = 2; i < xy.length; i += 2) step(pen, xy[i]!, xy[i + 1]!)
}

/** The way from the pen's place, zigzag encoded: small numbers of either sign become small unsigned ones. */
function step(pen: Pen, x: number, y: number): void {
  const dx = x - pen.x
  const dy = y - pen.y
  pen.commands.push(((dx << 1) ^ (dx >> 31)) >>> 0, ((dy << 1) ^ (dy >> 31)) >>> 0)
  pen.x = x
  pen.y = y
}

/** The positions from `first` up to `end` without any that repeats the one before it. */
function distinct(xy: readonly number[], first: number, end: number): number[] {
  const kept: number[] = []
  for (let i = first * 2; i < end * 2; i += 2) {
    const size = kept.length
    if (size > 0 && kept[size - 2] === xy[i] && kept[size - 1] === xy[i + 1]) continue
    kept.push(xy[i]!, xy[i + 1]!)
  }
  return kept
}

/** Twice the signed area by the surveyor's formula; positive is clockwise on screen, where y points down. */
function doubleArea(xy: readonly number[]): number {
  let sum = 0
  let [px, py] = [xy.at(-2) ?? 0, xy.at(-1) ?? 0]
  for (let i = 0; i < xy.length; i += 2) {
    sum += px * xy[i + 1]! - xy[i]! * py
    px = xy[i]!
    py = xy[i + 1]!
  }
  return sum
}

function reversed(xy: readonly number[]): number[] {
  const turned: number[] = []
  for (let i = xy.length - 2; i >= 0; i -= 2) turned.push(xy[i]!, xy[i + 1]!)
  return turned
}
