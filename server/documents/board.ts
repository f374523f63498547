import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Config } from '../config.ts'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { publicId, type Key } from '../http/public-id.ts'
import { chinesePeriod, measure } from './chinese.ts'
import { checkLink, codeOf } from './code.ts'
import { demoMark } from './lay-out.ts'
import type { Block, Sheet } from './sheet.ts'

/** The board at a site (工地公示牌), to print and hang up: what is dug, by whom, until when, and a code that always says how the permit stands today. */
export async function boardOf(ctx: Context, config: Config, key: Key): Promise<Sheet> {
  const dig = ctx.actor.role === 'public' ? null : await ctx.tx.one('documents/find_board', key)
  if (!dig) throw notFound('projects')
  const today = shanghaiDay(ctx.now)
  const { phone } = (await ruleFor(ctx, dig.district_code, 'public.hotline', today)).value as { phone: string }
  const { basis_zh } = await ruleFor(ctx, dig.district_code, 'permit.site_board', today)
  const link = checkLink(config, publicId('prj', dig.district_code, dig.id))
  const period =
    dig.valid_from && dig.valid_to
      ? chinesePeriod(dig.valid_from, dig.valid_to)
      : `${chinesePeriod(dig.planned_from, dig.planned_to)}（计划）`
  const permit = dig.is_retrospective ? '抢险先行，依法限时补办' : '尚无有效许可，不得开工'
  const rows: [string, string][] = [
    ['工程名称 Works', [dig.name, dig.name_en].filter(Boolean).join('\n')],
    ['许可编号 Permit', dig.number ?? dig.permit_reference ?? permit],
    ['许可期限 Period', period],
    ['动土地点 Place', dig.street_name ?? '—'],
    [
      '面积/深度 Size',
      [measure(dig.area_m2, '㎡'), dig.depth_m === null ? null : measure(dig.depth_m, 'm', 2)]
        .filter(Boolean)
        .join('　/　'),
    ],
    ['建设单位 Promoter', dig.promoter_name],
    ['施工单位 Contractor', dig.contractor_name ?? '—'],
    ['审批机关 Authority', dig.authority],
    ['投诉举报 Report', phone],
  ]
  const blocks: Block[] = [
    { kind: 'heading', text: '动土施工公示牌', size: 34, align: 'center', colour: '#b42318' },
    { kind: 'line', text: 'SITE NOTICE · 动土必管', size: 13, align: 'center' },
    { kind: 'facts', rows, size: 14, label_width: 156 },
    { kind: 'code', size: 220, code: codeOf(link, ['扫码查验许可是否有效　Scan to check the permit', link]) },
  ]
  return {
    title: `动土施工公示牌（${dig.reference}）`,
    author: dig.authority,
    created_at: ctx.now.toISOString(),
    footer: `${dig.reference}　依据：${basis_zh}`,
    watermark: dig.is_demo ? demoMark : null,
    blocks,
  }
}
