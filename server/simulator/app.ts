import { Hono } from 'hono'
import type { AccountBook } from './account-book.ts'
import { behaviours, type Behaviour } from './behaviours.ts'
import { isSigned } from './check-signature.ts'
import type { Job, Journal } from './journal.ts'
import type { SimulatedKind } from './kinds.ts'
import { readMessage } from './messages.ts'
import { precheckAnswer } from './precheck-answer.ts'

export interface AppParts {
  kind: SimulatedKind
  unit_code?: string
  now?: () => Date
  state: { behaviour: Behaviour; webhook_secret: string }
  book: AccountBook
  journal: Journal
  told: readonly Record<string, unknown>[]
  tell: (what: string, facts?: Record<string, unknown>) => void
  behave: (behaviour: Behaviour) => void
  start: (job: Job) => void
  isDown: () => boolean
}

/** The utility's doors: `/precheck` and `/webhooks` for the platform; `/`, `/accounts/{no}/settle` and `/behaviour/{name}` for whoever plays it. */
export function utilityApp(parts: AppParts): Hono {
  const { kind, book, journal, tell } = parts
  const app = new Hono()
  app.get('/', (c) => c.json({ kind, behaviour: parts.state.behaviour, open: journal.open().length, told: parts.told }))
  app.post('/precheck', async (c) => {
    if (parts.isDown()) return c.json({ error: 'down' }, 500)
    const answer = precheckAnswer(kind, parts.unit_code, book, await c.req.json().catch(() => null))
    tell('prechecked', { code: answer?.['code'] ?? 'refused' })
    return answer ? c.json(answer) : c.json({ error: 'not a precheck' }, 422)
  })
  app.post('/webhooks', async (c) => {
    if (parts.isDown()) return c.json({ error: 'down' }, 500)
    const body = await c.req.text()
    const id = c.req.header('webhook-id') ?? ''
    if (!isSigned(parts.state.webhook_secret, (name) => c.req.header(name), body, parts.now?.() ?? new Date())) {
      return c.json({ error: 'bad signature' }, 401)
    }
    return c.json(receive(parts, id, body), 202)
  })
  app.post('/accounts/:account_no/settle', (c) => {
    const is_settled = book.settle(c.req.param('account_no'))
    if (is_settled) tell('settled')
    return c.json({ settled: is_settled }, is_settled ? 200 : 404)
  })
  app.post('/behaviour/:behaviour', (c) => {
    const behaviour = behaviours.find((one) => one === c.req.param('behaviour'))
    if (!behaviour) return c.json({ error: 'unknown behaviour', behaviours }, 404)
    parts.behave(behaviour)
    return c.json({ behaviour })
  })
  return app
}

/** Takes a message once: what was seen before, by its webhook-id, is answered and ignored. */
function receive({ kind, journal, tell, start }: AppParts, webhook_id: string, body: string) {
  if (journal.has(webhook_id)) {
    tell('duplicate_ignored', { webhook_id })
    return { accepted: true, duplicate: true }
  }
  const message = readMessage(body, kind)
  tell('received', { webhook_id, asks: message.asks })
  if (message.asks === 'nothing') {
    journal.ignore(webhook_id)
    return { accepted: false }
  }
  if (message.asks === 'settled') {
    journal.settle(webhook_id, message.leg)
    return { accepted: true }
  }
  if (message.asks === 'transfer' && journal.isOpen(message.leg)) {
    tell('under_way', { webhook_id, ...message.leg })
    journal.ignore(webhook_id)
    return { accepted: true, under_way: true }
  }
  if (message.asks === 'cancel') journal.drop(message.leg)
  const job = journal.take(webhook_id, message.leg)
  if (message.asks === 'cancel')
    journal.plan(webhook_id, [{ move: 'confirm-cancel', after_ms: 0, label: 'confirm-cancel' }])
  start(job)
  return { accepted: true }
}
