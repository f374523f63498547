import type { Days } from './days.ts'
import type { Step } from './dig-life.ts'

export const suspensionReason = '与轨道交通施工交叉，等待管线迁改'
export const supplementItems = ['交通组织方案', '路面恢复方案']

/** What a move of the demo says besides its state, as the same move does on the page: its paper and its message need it. */
export function saidWith({ move, day }: Step, days: Days): Record<string, unknown> {
  if (move === 'request_supplement') return { items: supplementItems }
  if (move === 'start_special_procedure')
    return {
      kind: 'expert_review',
      expected_until: days.text(days.addWorking(day, 10)),
      reason: '对沟槽支护和管线保护方案组织专家评审',
    }
  if (move === 'suspend') return { reason: suspensionReason }
  if (move === 'revoke') return { reason: '申请材料中的管线探测报告与实际不符' }
  if (move === 'withdraw') return { reason: '轨道交通线位调整，原址不能再开挖' }
  if (move === 'cancel_as_penalty')
    return { reason: '擅自超出批准范围挖掘，拒不改正', hearing_told_on: days.text(days.addWorking(day, -8)) }
  return {}
}
