import type { DetectionCoverage } from '../db/queries.gen.ts'

/** A dig that was allowed on the day, as the match found it: one with a permit in force, one permitted afterwards, or an emergency. */
export interface Ground {
  ground: 'permit' | 'retrospective' | 'emergency'
  share: number
  from_on: string | null
  to_on: string | null
  permit_id: string | null
  permit_reference: string | null
  project_id: string
  project_reference: string
  project_name: string
  project_name_en: string | null
}
export interface Matched {
  coverage: DetectionCoverage
  share_covered: number
  observed_on: string
  positional_error_m: number
  excess_m2: number | null
  matched_share: number
  review_share: number
  grounds: readonly Ground[]
}

/** Why a detection was matched as it was, in words that a person can check: which permit, what share, which dates, against which threshold. */
export function explain(matched: Matched): { explanation_zh: string; explanation_en: string } {
  return { explanation_zh: inChinese(matched), explanation_en: inEnglish(matched) }
}

const percent = (share: number) => `${Number((share * 100).toFixed(1))} %`
const wordsZh = { permit: '许可', retrospective: '补办许可', emergency: '应急抢修' } as const
const wordsEn = { permit: 'permit', retrospective: 'retrospective permit', emergency: 'emergency dig' } as const

function inChinese({ coverage, share_covered, grounds, observed_on, positional_error_m, ...rest }: Matched): string {
  const error = positional_error_m > 0 ? `（许可范围外扩定位误差 ${positional_error_m} 米）` : ''
  const listed = grounds.map(
    (one) =>
      `${wordsZh[one.ground]} ${one.permit_reference ?? one.project_reference}（${one.from_on} 至 ${one.to_on ?? '今'}）覆盖 ${percent(one.share)}`,
  )
  if (listed.length === 0) return `${observed_on} 当日没有有效的动土许可覆盖该图斑${error}。`
  const sum = `${observed_on} 当日，图斑的 ${percent(share_covered)} 在许可范围内${error}：${listed.join('；')}。`
  if (coverage === 'covered') return `${sum}达到 ${percent(rest.matched_share)}，自动销号。`
  if (coverage === 'not_covered') return `${sum}不足 ${percent(rest.review_share)}，视为未经许可。`
  return `${sum}超出 ${Math.round(rest.excess_m2 ?? 0)} 平方米，未达 ${percent(rest.matched_share)}，须核实。`
}

function inEnglish({ coverage, share_covered, grounds, observed_on, positional_error_m, ...rest }: Matched): string {
  const error = positional_error_m > 0 ? ` (permits widened by the positional error of ${positional_error_m} m)` : ''
  const listed = grounds.map(
    (one) =>
      `${wordsEn[one.ground]} ${one.permit_reference ?? one.project_reference} (${one.from_on} to ${one.to_on ?? 'now'}) covers ${percent(one.share)}`,
  )
  if (listed.length === 0) return `On ${observed_on} no permit in force covered it${error}.`
  const sum = `On ${observed_on}, ${percent(share_covered)} of it lay under permit${error}: ${listed.join('; ')}.`
  if (coverage === 'covered') return `${sum} That is at least ${percent(rest.matched_share)}, so it closed itself.`
  if (coverage === 'not_covered') return `${sum} That is less than ${percent(rest.review_share)}: taken as undeclared.`
  return `${sum} ${Math.round(rest.excess_m2 ?? 0)} m² lie outside, and ${percent(rest.matched_share)} is not reached: to be verified.`
}
