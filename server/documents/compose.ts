import { ruleFor, type Rule } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { DocumentKind, Queries } from '../db/queries.gen.ts'
import type { Geometry } from '../geometry/geojson.ts'
import { chineseDay, chineseDayOf, chinesePeriod, measure } from './chinese.ts'
import type { Content } from './content.ts'
import { mapContent } from './map-content.ts'
import { factLabels, fill, templates, type Parameters, type Template } from './template.ts'

export type MoveRow = Queries['documents/find_move']['row']
type DatedRule = (key: string) => Promise<Rule>

/** What the paper of a move says, by its template and the rules of the move's day. Reads only; the words are frozen by whoever stores them. */
export async function compose(
  ctx: Context,
  move: MoveRow & { district_code: number },
  kind: DocumentKind,
  { number, replaces }: { number: string; replaces: string | null },
): Promise<Content> {
  const template = templates()[kind]
  const rule: DatedRule = (key) => ruleFor(ctx, move.district_code, key, shanghaiDay(new Date(move.at)))
  const values = await parametersOf(move, template, rule)
  const said = {
    deemed: move.actor_role === 'system',
    acted: move.actor_role !== 'system',
    promised: values.promised !== null,
    complete: values.promised === null,
  }
  const say = (passages: Template['body'] = []) =>
    passages
      .filter((one) => typeof one === 'string' || said[one.when])
      .map((one) => fill(typeof one === 'string' ? one : one.text, values))
  const conditions = asTexts(move.conditions)
  return {
    title: template.title,
    issuer: move.issuer,
    is_demo: move.is_demo,
    number,
    addressee: move.promoter_name,
    body: say(template.body),
    items: template.items ? asTexts((move.data as { items?: unknown }).items ?? move.supplement_items) : [],
    facts: (template.facts ?? []).map((name) => [factLabels[name], values[name] ?? '—']),
    conditions:
      template.conditions && conditions.length > 0 ? { heading: template.conditions, items: conditions } : null,
    after: say(template.after),
    appeal: template.appeal ? await appealOf(rule) : null,
    map: template.map ? await mapContent(ctx, { ...move, geometry: move.geometry as Geometry }, template.map) : null,
    issued_on: chineseDayOf(move.at),
    issued_at: move.at,
    replaces,
  }
}

async function parametersOf(move: MoveRow, { bases }: Template, rule: DatedRule): Promise<Parameters> {
  const laws = await Promise.all(bases.map(async (key) => inBrackets((await rule(key)).basis_zh)))
  const decision = (await rule('permit.decision')).value as { promised?: number; statutory: number }
  const supplement = (await rule('permit.supplement')).value as { promised: number }
  const { reason, basis, hearing_told_on, days, expected_until, promised, until } = move.data as {
    reason?: string
    /** The law that an ending cites besides the one that allows it. */
    basis?: string
    hearing_told_on?: string
    days?: number
    expected_until?: string
    promised?: string[]
    until?: string
  }
  return {
    project: move.project_name,
    project_reference: move.project_reference,
    permit_reference: move.permit_reference,
    permit_number_or_none: move.permit_reference ?? '无',
    promoter: move.promoter_name,
    contractor: move.contractor_name,
    place: move.street_name ?? '见项目登记位置',
    area: measure(move.area_m2, '㎡'),
    length: move.length_m === null ? null : measure(move.length_m, 'm'),
    depth: move.depth_m === null ? null : measure(move.depth_m, 'm', 2),
    planned_period: chinesePeriod(move.planned_from, move.planned_to),
    permit_period: move.valid_from && move.valid_to ? chinesePeriod(move.valid_from, move.valid_to) : null,
    submitted_on: move.submitted_at ? chineseDayOf(move.submitted_at) : null,
    moved_on: chineseDayOf(move.at),
    reason: reason ? closed(reason) : null,
    expected_until: expected_until ? chineseDay(expected_until) : null,
    bases: [...new Set([...laws, ...(basis ? [inBrackets(basis)] : [])])].join('、'),
    decision_days: String(decision.promised ?? decision.statutory),
    extension_days: days ? String(days) : null,
    hearing_told_on: hearing_told_on ? chineseDay(hearing_told_on) : null,
    supplement_days: String(supplement.promised),
    promised: promised ? promised.join('、') : null,
    promised_until: promised && until ? chineseDay(until) : null,
  }
}

/** How the act can be reviewed, by whom, until when: dated rules, because the law of 2023 changed who reviews. */
async function appealOf(rule: DatedRule): Promise<string> {
  const reconsideration = await rule('appeal.reconsideration')
  const litigation = await rule('appeal.litigation')
  const { days, to_zh } = reconsideration.value as { days: number; to_zh: string }
  const { months } = litigation.value as { months: number }
  return (
    `如对本决定不服，可以自知道本决定之日起${days}日内，依据${inBrackets(reconsideration.basis_zh)}向${to_zh}申请行政复议；` +
    `也可以自知道或者应当知道本决定之日起${months}个月内，依据${inBrackets(litigation.basis_zh)}直接向有管辖权的人民法院提起行政诉讼。`
  )
}

/** 行政许可法 第38条第1款 → 《行政许可法》第38条第1款, each of several. */
function inBrackets(basis: string): string {
  return basis
    .split('；')
    .map((one) => one.replace(/^([^《〔\s]+?)(（[^）]*）)?\s*(第.+)$/, '《$1》$2$3'))
    .join('、')
}

/** A sentence ends as one, whether or not who wrote it ended it. */
const closed = (text: string) => (/[。！？；.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`)

const asTexts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
