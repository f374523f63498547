import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../db/root.ts'
import { documentKindValues, type DocumentKind } from '../db/queries.gen.ts'

/** What a template may say of a move; null where the move has no such thing. A word it does not have is an error when the paper is composed. */
export interface Parameters {
  project: string
  project_reference: string
  permit_reference: string | null
  permit_number_or_none: string
  promoter: string
  contractor: string | null
  place: string
  area: string
  length: string | null
  depth: string | null
  planned_period: string
  permit_period: string | null
  submitted_on: string | null
  moved_on: string
  reason: string | null
  expected_until: string | null
  bases: string
  decision_days: string
  extension_days: string | null
  hearing_told_on: string | null
  supplement_days: string
  promised: string | null
  promised_until: string | null
}
export type ParameterName = keyof Parameters

/** How a fact is called in the table of facts. */
export const factLabels = {
  project: '工程名称',
  project_reference: '项目编号',
  permit_number_or_none: '许可编号',
  promoter: '建设单位',
  contractor: '施工单位',
  place: '动土地点',
  area: '动土面积',
  length: '开挖长度',
  depth: '开挖深度',
  planned_period: '计划工期',
  permit_period: '许可期限',
} as const satisfies Partial<Record<ParameterName, string>>
type FactName = keyof typeof factLabels

/** Said always, or only of what silence brought about or an authority did, of an application accepted on a promise or in full. */
const passage = z.union([
  z.string(),
  z.strictObject({ when: z.enum(['deemed', 'acted', 'promised', 'complete']), text: z.string() }),
])
const template = z.strictObject({
  title: z.string(),
  /** The word of the document number: 动土许〔2026〕…号. */
  word: z.string(),
  /** Keys of dated rules. */
  bases: z.array(z.string()).min(1),
  body: z.array(passage).min(1),
  items: z.literal('supplement_items').optional(),
  facts: z.array(z.enum(Object.keys(factLabels) as [FactName, ...FactName[]])).optional(),
  /** Heading of the conditions, where the paper has them. */
  conditions: z.string().optional(),
  after: z.array(passage).optional(),
  /** Whether it tells how to have the act reviewed. */
  appeal: z.boolean().optional(),
  /** Heading of the map extract. */
  map: z.string().optional(),
})
export type Template = z.infer<typeof template>
type Templates = Record<DocumentKind, Template>

let known: Templates | null = null

/** The papers' words, read once: server/documents/templates/zh-CN.json. Every kind has one. */
export function templates(): Templates {
  known ??= z
    .record(z.enum(documentKindValues), template)
    .parse(
      JSON.parse(readFileSync(join(projectRoot, 'server/documents/templates/zh-CN.json'), 'utf8')),
    ) as unknown as Templates
  return known
}

/** A sentence with its words filled in. */
export function fill(text: string, values: object): string {
  return text.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const value = (values as Record<string, unknown>)[name]
    if (typeof value !== 'string') throw new Error(`a paper says {${name}}, which its move does not have`)
    return value
  })
}
