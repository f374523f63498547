import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { publicId } from '../http/public-id.ts'
import type { ProjectRow } from '../projects/find.ts'
import type { ItemRule } from './ask-stage.ts'
import { itemsOf } from './move-item.ts'
import { stagesOf } from './stages-of.ts'
import { wholeRule } from './whole-clock.ts'

type Item = Queries['approvals/list_items']['row']

/** The stages of a dig with every item, asked for or still to come, as the caller may see them; none for a dig that runs none. */
export async function viewStages(ctx: Context, project: ProjectRow) {
  const { district_code } = project
  const stages = await stagesOf(ctx, project)
  const whole = await wholeRule(ctx, project)
  const asked = await itemsOf(ctx, project)
  const shown = []
  for (const { code, label_zh, label_en, before, items } of stages) {
    const of = asked.filter(({ stage }) => stage === code)
    const views = []
    for (const item of items)
      views.push(
        await viewItem(
          ctx,
          district_code,
          item,
          of.find((one) => one.item === item),
        ),
      )
    const isComplete = items.every((item) => of.some((one) => one.item === item && one.status === 'approved'))
    const state = isComplete ? ('complete' as const) : of.length > 0 ? ('running' as const) : ('not_asked' as const)
    shown.push({ code, label_zh, label_en, before, state, items: views })
  }
  return {
    stages: shown,
    promised: limitsOf(whole?.value).promised,
    basis_zh: whole?.basis_zh ?? null,
    basis_en: whole?.basis_en ?? null,
  }
}

async function viewItem(ctx: Context, district_code: number, item: string, asked: Item | undefined) {
  const rule = await ruleFor(ctx, district_code, `approval.${item}`, shanghaiDay(ctx.now))
  const { label_zh, label_en } = rule.value as unknown as ItemRule
  const { basis_zh, basis_en } = rule
  return {
    item,
    label_zh,
    label_en,
    ...limitsOf(rule.value),
    basis_zh,
    basis_en,
    asked: asked ? shownItem(asked) : null,
  }
}

function limitsOf(value: unknown): { promised: number | null; statutory: number | null } {
  const { promised = null, statutory = null } = (value ?? {}) as { promised?: number; statutory?: number }
  return { promised, statutory }
}

function shownItem(row: Item) {
  const { district_code, id, status, authority_name_zh, authority_name_en, document_no, reason } = row
  const { asked_at, answered_at, due_on, card, version } = row
  return {
    id: publicId('apv', district_code, id),
    status,
    authority_name_zh,
    authority_name_en,
    document_no,
    reason,
    asked_at,
    answered_at,
    due_on,
    card,
    version,
  }
}
