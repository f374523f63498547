import { followLink } from '../access/secret.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { LegStatus } from '../db/queries.gen.ts'
import { notFound } from '../http/problem.ts'
import { viewDig } from './view.ts'

/** How long the link works after the case has ended. */
const keep_days = 90

/** The buyer's page: how each account stands, in plain words, and what is dug outside the door. No person, no amount, no account. */
export async function trackTransfer(ctx: Context, token: string) {
  const today = shanghaiDay(ctx.now)
  return ctx.system(async () => {
    const sale = await followLink('dgl', token, (key) => ctx.tx.one('transfers/find_tracked_case', key))
    if (!sale || isOver(ctx, sale.finished_at)) throw notFound('transfers')
    const { district_code, unit_id } = sale
    const legs = await ctx.tx.many('transfers/list_legs', { district_code, case_ids: [sale.id] })
    const digs = await ctx.tx.many('transfers/list_digs_near', { district_code, unit_id })
    return {
      unit_label: sale.unit_label,
      street_name: sale.street_name,
      is_entered: sale.entered_at !== null,
      is_finished: sale.finished_at !== null,
      legs: legs.map(({ kind, status, updated_at }) => ({ kind, ...said[status], updated_at })),
      digs: digs.map((dig) => {
        const { id: _id, reference: _reference, ...shown } = viewDig(district_code, dig)
        return { ...shown, is_late: shown.expected_backfill_on < today }
      }),
    }
  })
}

const isOver = (ctx: Context, finished_at: string | null) =>
  finished_at !== null && ctx.now.getTime() > Date.parse(finished_at) + keep_days * 86_400_000

type Said = {
  state: 'waiting' | 'checking' | 'ready' | 'held' | 'working' | 'done' | 'not_done' | 'by_hand' | 'left_out'
  words_zh: string
  words_en: string
}
const waiting: Said = { state: 'waiting', words_zh: '等待核验', words_en: 'waiting for the check' }
const checking: Said = { state: 'checking', words_zh: '正在核验', words_en: 'being checked' }
const ready: Said = {
  state: 'ready',
  words_zh: '核验通过，登簿后办理',
  words_en: 'checked; follows the register entry',
}
const held: Said = { state: 'held', words_zh: '有事项待处理', words_en: 'something has to be settled first' }
const working: Said = { state: 'working', words_zh: '供应单位办理中', words_en: 'with the utility' }
const done: Said = { state: 'done', words_zh: '办理成功', words_en: 'done' }
const notDone: Said = {
  state: 'not_done',
  words_zh: '未能办理，请咨询登记中心',
  words_en: 'not done: please ask the registry',
}
const byHand: Said = { state: 'by_hand', words_zh: '已转人工办理', words_en: 'a person takes care of it' }
const leftOut: Said = { state: 'left_out', words_zh: '您选择自行办理', words_en: 'you chose to do this yourself' }
const calledOff: Said = { state: 'left_out', words_zh: '已撤销', words_en: 'called off' }

const said: Readonly<Record<LegStatus, Said>> = {
  not_requested: waiting,
  precheck_requested: checking,
  precheck_passed: ready,
  precheck_blocked: held,
  armed: ready,
  pushed: working,
  acknowledged: working,
  completed: done,
  rejected: notDone,
  timed_out: working,
  retrying: working,
  manual: byHand,
  cancel_requested: calledOff,
  cancelled: calledOff,
  opted_out: leftOut,
}
