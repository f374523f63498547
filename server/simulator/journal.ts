import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Step } from './behaviours.ts'
import type { LegAddress } from './platform.ts'

/** A message taken and the work it asks for. Steps are planned once the leg was read. */
export interface Job {
  webhook_id: string
  leg: LegAddress
  steps: Step[] | null
  /** How many steps are done. */
  done: number
}

export interface Journal {
  /** True when this message was taken before. */
  has(webhook_id: string): boolean
  take(webhook_id: string, leg: LegAddress): Job
  /** Remembers a message that asks for nothing. */
  ignore(webhook_id: string): void
  plan(webhook_id: string, steps: Step[]): void
  advance(webhook_id: string): void
  /** Ends all work on a leg: it was called off. */
  drop(leg: LegAddress): void
  /** Remembers that the utility's own people took this leg's debt as paid. */
  settle(webhook_id: string, leg: LegAddress): void
  isSettled(leg: LegAddress): boolean
  /** Whether there is work left on this leg. */
  isOpen(leg: LegAddress): boolean
  /** Jobs that are not finished, in the order they came. */
  open(): Job[]
}

interface Line {
  take?: { webhook_id: string; leg: LegAddress }
  ignore?: string
  plan?: { webhook_id: string; steps: Step[] }
  advance?: string
  drop?: LegAddress
  settle?: LegAddress
}

/**
 * What a utility remembers: each message taken and how far its work is. With a path it outlives a kill -9:
 * the line is written before the message is answered. No personal data goes in.
 */
export function createJournal(path?: string): Journal {
  const jobs = new Map<string, Job | null>()
  const settled: LegAddress[] = []
  if (path) mkdirSync(dirname(path), { recursive: true })
  if (path && existsSync(path)) {
    for (const line of readLines(path)) apply(jobs, settled, line)
    appendFileSync(path, '\n')
  }
  const open = () => [...jobs.values()].filter((job): job is Job => job !== null && isOpen(job))
  const write = (line: Line) => {
    if (path) appendFileSync(path, `${JSON.stringify(line)}\n`)
    apply(jobs, settled, line)
  }
  return {
    has: (webhook_id) => jobs.has(webhook_id),
    take: (webhook_id, leg) => {
      write({ take: { webhook_id, leg } })
      return jobs.get(webhook_id)!
    },
    ignore: (webhook_id) => write({ ignore: webhook_id }),
    plan: (webhook_id, steps) => write({ plan: { webhook_id, steps } }),
    advance: (webhook_id) => write({ advance: webhook_id }),
    drop: (leg) => write({ drop: leg }),
    settle: (webhook_id, leg) => write({ ignore: webhook_id, settle: leg }),
    isSettled: (leg) => settled.some((one) => isSame(one, leg)),
    isOpen: (leg) => open().some((job) => isSame(job.leg, leg)),
    open,
  }
}

/** Whether there is still something to do, the reading of the leg included. */
export const isOpen = (job: Job): boolean => job.steps === null || job.done < job.steps.length

function apply(jobs: Map<string, Job | null>, settled: LegAddress[], line: Line) {
  if (line.settle) settled.push(line.settle)
  if (line.take) jobs.set(line.take.webhook_id, { ...line.take, steps: null, done: 0 })
  if (line.ignore) jobs.set(line.ignore, null)
  const planned = line.plan && jobs.get(line.plan.webhook_id)
  if (line.plan && planned) planned.steps = line.plan.steps
  const advanced = line.advance && jobs.get(line.advance)
  if (advanced) advanced.done += 1
  for (const job of line.drop ? jobs.values() : []) if (job && isSame(job.leg, line.drop!)) job.steps = []
}

const isSame = (one: LegAddress, other: LegAddress) => one.transfer_id === other.transfer_id && one.kind === other.kind

/** A last line cut off by a kill is as if it had never been written: its message was not answered and comes again. */
function readLines(path: string): Line[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line ? [JSON.parse(line) as Line] : []
      } catch {
        return []
      }
    })
}
