import type { Outbound } from '../../http/outbound.ts'
import { precheckAnswer, type PrecheckVerdict } from './answer.ts'
import { adapterOf } from './index.ts'

/** What a utility is asked before the register entry: nothing about the buyer (PIPL art. 6). */
export interface PrecheckRequest {
  account_no: string
  unit_code: string
  check: ['arrears']
}

export type PrecheckOutcome = PrecheckVerdict | { verdict: 'no_answer'; error: string }

const keep_bytes = 65_536

/**
 * Asks a utility's precheck endpoint and reads its dialect. Runs outside every transaction. Waits 30 s by default (domain: 30 s, three tries;
 * the tries are the caller's). No answer, an HTTP error and an answer that is no JSON are `no_answer`, never "blocked".
 */
export async function precheck(
  outbound: Outbound,
  utility: { kind: string; url: string; headers?: Record<string, string> },
  request: PrecheckRequest,
  timeout_ms = 30_000,
): Promise<PrecheckOutcome> {
  const { account_no, unit_code, check } = request
  const headers = { ...utility.headers, 'content-type': 'application/json', accept: 'application/json' }
  const body = JSON.stringify({ account_no, unit_code, check })
  const answer = await outbound.post({ url: utility.url, headers, body, timeout_ms, keep_bytes })
  if (!answer.answered) return { verdict: 'no_answer', error: answer.error }
  if (answer.status !== 200) return { verdict: 'no_answer', error: `http_${answer.status}` }
  const parsed = precheckAnswer.safeParse(jsonOf(answer.body_prefix))
  return parsed.success ? adapterOf(utility.kind)(parsed.data) : { verdict: 'no_answer', error: 'unreadable' }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
