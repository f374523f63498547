import { readFileSync } from 'node:fs'

/** Rows of a small CSV fixture without quotes; what looks like a number is one. */
export function readCsv(path: string): Record<string, number>[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n')
  const names = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index], toValue(cell)])))
}

function toValue(cell: string): number {
  return (Number.isNaN(Number(cell)) ? cell : Number(cell)) as number
}
