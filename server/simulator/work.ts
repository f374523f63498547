import type { AccountBook } from './account-book.ts'
import type { Behaviour, Pace, Step } from './behaviours.ts'
import { planSteps } from './behaviours.ts'
import { isOpen, type Job, type Journal } from './journal.ts'
import type { Platform, PlatformAnswer } from './platform.ts'

export interface WorkTools {
  platform: Platform
  journal: Journal
  book: AccountBook
  pace: Pace
  random: () => number
  behaviour: () => Behaviour
  /** Resolves after `ms`; rejects when the utility is stopped. */
  wait: (ms: number) => Promise<void>
  tell: (what: string, facts: Record<string, unknown>) => void
}

/**
 * Does what a pushed leg asks for: read it, read the parties (with a reason), then call back step by step. Each step is repeated until the platform
 * answered it; a "no" (4xx) is an answer. A job found open after a restart goes on where it stopped, with the same Idempotency-Keys.
 */
export async function work(tools: WorkTools, job: Job): Promise<void> {
  const account_no = await prepare(tools, job)
  while (isOpen(job)) {
    const step = job.steps![job.done]!
    await tools.wait(step.after_ms)
    if (!isOpen(job)) return
    await callBack(tools, job, step)
    if (step.move === 'complete' && account_no.buyer) tools.book.rename(account_no.number, account_no.buyer)
    tools.journal.advance(job.webhook_id)
  }
}

/** Reads the leg and plans. A leg that may not be read any more (consent withdrawn, called off) asks for nothing. */
async function prepare({ platform, journal, book, pace, random, behaviour, ...tools }: WorkTools, job: Job) {
  if (job.steps !== null) return { number: '', buyer: '' }
  const leg = await untilAnswered(tools, () => platform.readLeg(job.leg))
  const parties = await untilAnswered(tools, () => platform.readParties(job.leg, '办理水电气联动过户'))
  tools.tell('leg_read', { ...job.leg, leg_status: leg.status, parties_status: parties.status })
  if (leg.status !== 200 || parties.status !== 200) {
    journal.plan(job.webhook_id, [])
    return { number: '', buyer: '' }
  }
  const number = String(parties.body['account_no'] ?? leg.body['account_no'] ?? '')
  if (journal.isSettled(job.leg)) book.settle(number)
  journal.plan(job.webhook_id, planSteps(behaviour(), { arrears_yuan: book.arrears(number), pace, random }))
  return { number, buyer: buyerName(parties.body) }
}

async function callBack(tools: WorkTools, job: Job, step: Step) {
  const key = `${job.webhook_id}:${step.label}`
  const answer = await untilAnswered(tools, () => tools.platform.move(job.leg, step.move, bodyOf(job, step), key))
  tools.tell('called_back', {
    ...job.leg,
    move: step.move,
    label: step.label,
    status: answer.status,
    code: answer.body['code'],
  })
}

const bodyOf = (job: Job, step: Step): Record<string, unknown> => {
  if (step.move === 'acknowledge') return { utility_ack: `${job.leg.kind}-${job.webhook_id}` }
  return step.reason_code ? { reason_code: step.reason_code } : {}
}

const longest_wait_ms = 60_000

/** Asks again while the platform is away, busy or broken: 1 s, 2 s, 4 s … at most a minute apart. */
async function untilAnswered(
  { wait }: Pick<WorkTools, 'wait'>,
  ask: () => Promise<PlatformAnswer>,
): Promise<PlatformAnswer & { status: number }> {
  for (let attempt = 0; ; attempt++) {
    const { status, body } = await ask()
    if (status !== null && status !== 429 && status < 500) return { status, body }
    await wait(Math.min(1000 * 2 ** attempt, longest_wait_ms))
  }
}

function buyerName(body: Record<string, unknown>): string {
  const parties = Array.isArray(body['parties']) ? (body['parties'] as { side?: unknown; name?: unknown }[]) : []
  return parties
    .filter(({ side }) => side === 'buyer')
    .map(({ name }) => String(name ?? ''))
    .join('、')
}
