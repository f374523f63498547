import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import type { Check, Verdict } from './schemas.ts'

type PermitRow = Queries['documents/check_permit']['row']

/**
 * What anybody may know who scanned a code: whether a permit stands, until when, whose; that a paper is genuine. A permit that was never granted,
 * a plan and a code that is not ours are all `unknown`: the answers are the same on purpose.
 */
export async function checkCode(ctx: Context, code: string): Promise<Check> {
  const today = shanghaiDay(ctx.now)
  const facts = await ctx.system(() => factsOf(ctx, code, today))
  const district_code = keyOf(code)?.district_code ?? ctx.actor.district_code
  const { phone } = (await ruleFor(ctx, district_code, 'public.hotline', today)).value as { phone: string }
  return { ...nothing, ...facts, checked_on: today, phone }
}

async function factsOf(ctx: Context, code: string, today: string): Promise<Partial<Check>> {
  const paper = parsePublicId('doc', code)
  if (paper) return paperFacts(ctx, paper)
  const key = keyOf(code)
  if (!key) return {}
  const permit = await ctx.tx.one('documents/check_permit', key)
  if (permit) return permitFacts(permit, today)
  const emergency = code.startsWith('prj') ? await ctx.tx.one('documents/check_emergency', key) : null
  if (!emergency) return {}
  const { project_reference, started_at: _s, id: _i, district_code: _d, ...shown } = emergency
  return { ...shown, verdict: 'emergency', reference: project_reference }
}

const keyOf = (code: string): Key | null =>
  parsePublicId('per', code) ?? parsePublicId('prj', code) ?? parsePublicId('doc', code)

function permitFacts(row: PermitRow, today: string): Partial<Check> {
  const { ended_at, reference, status, number, valid_from, valid_to, is_demo } = row
  return {
    verdict: verdictOf(row, today),
    is_demo,
    reference,
    number,
    status,
    valid_from,
    valid_to,
    ended_on: ended_at ? shanghaiDay(new Date(ended_at)) : null,
    project_name: row.project_name,
    project_name_en: row.project_name_en,
    street_name: row.street_name,
    promoter_name: row.promoter_name,
    contractor_name: row.contractor_name,
    authority_zh: row.authority_zh,
    authority_en: row.authority_en,
  }
}

function verdictOf({ status, valid_from, valid_to, works_status }: PermitRow, today: string): Verdict {
  if (status === 'expired' || status === 'lapsed') return 'expired'
  if (status !== 'granted' && status !== 'delivered') return 'ended'
  if (valid_to && today > valid_to) return 'expired'
  if (valid_from && today < valid_from) return 'not_yet'
  return works_status === 'suspended' ? 'suspended' : 'valid'
}

/** Whose number, from which day, which bytes; never to whom or why: a refusal is not public. */
async function paperFacts(ctx: Context, key: Key): Promise<Partial<Check>> {
  const paper = await ctx.tx.one('documents/find_document', key)
  if (paper?.state !== 'made') return {}
  const { issuer, is_demo } = paper.content as { issuer: string; is_demo: boolean }
  return {
    verdict: paper.is_replaced ? 'replaced' : 'document',
    is_demo,
    number: paper.number,
    authority_zh: issuer,
    authority_en: issuer,
    sha256: paper.sha256,
    issued_on: shanghaiDay(new Date(paper.issued_at)),
  }
}

const nothing: Omit<Check, 'checked_on' | 'phone'> = {
  verdict: 'unknown',
  is_demo: false,
  reference: null,
  number: null,
  status: null,
  valid_from: null,
  valid_to: null,
  ended_on: null,
  project_name: null,
  project_name_en: null,
  street_name: null,
  promoter_name: null,
  contractor_name: null,
  authority_zh: null,
  authority_en: null,
  sha256: null,
  issued_on: null,
}
