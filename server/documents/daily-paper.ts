import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { byteOrderMark, csvLine } from '../http/csv.ts'
import { chineseDay } from './chinese.ts'
import { boundsOf, measures, type Counts, type DailyReport, type Measure, type StreetCounts } from './daily-report.ts'
import type { Block, Sheet } from './sheet.ts'

const words: Record<Measure, string> = {
  started: '开工',
  finished: '完工',
  open: '在挖',
  over_time: '超期',
  yellow_cards: '黄牌',
  red_cards: '红牌',
  emergencies: '抢险',
  inspections: '检查',
  detections_without_permit: '无证图斑',
}
const named: Record<string, string> = {
  'works.started': '开工',
  'works.emergency_started': '抢险开挖',
  'works.completed': '完工',
  'clock.turned_red': '红牌',
}
const most_named = 60
const elsewhere = '未定位'

/** The day's report as a table for a spreadsheet; the last line is the whole district. */
export function dailyCsv({ day, streets, total }: DailyReport): string {
  const line = (code: string | null, name: string, counts: Counts) =>
    csvLine([day, code, name, ...measures.map((measure) => counts[measure])])
  return [
    byteOrderMark,
    csvLine(['day', 'admin_code', 'street', ...measures]),
    ...streets.map((street) => line(street.admin_code, nameOf(street), street)),
    line(null, '合计', total),
  ].join('')
}

/** The day's report on paper: the district in one line, its streets in a table, and the digs that began, ended or turned red by name. */
export async function dailyPaper(ctx: Context, report: DailyReport): Promise<Sheet> {
  const { day, streets, total } = report
  const [from, until] = boundsOf(day)
  const digs = await ctx.tx.many('documents/list_day_digs', {
    district_code: ctx.actor.district_code,
    from,
    until,
    types: Object.keys(named),
    limit: most_named + 1,
  })
  const cells = (name: string, counts: Counts) => [name, ...measures.map((measure) => String(counts[measure]))]
  const blocks: Block[] = [
    { kind: 'head', issuer: ctx.actor.organisation_name ?? '', title: '今日动土日报', number: chineseDay(day) },
    { kind: 'paragraph', text: sentence(report) },
    { kind: 'heading', text: '一、分街镇情况' },
    {
      kind: 'table',
      columns: [
        { title: '街镇', share: 2.2 },
        ...measures.map((measure) => ({
          title: words[measure],
          share: measure === 'detections_without_permit' ? 1.4 : 1,
          align: 'right' as const,
        })),
      ],
      rows: [...streets.map((street) => cells(nameOf(street), street)), cells('合计', total)],
      last_is_total: true,
    },
    { kind: 'heading', text: '二、当日动态' },
    ...(digs.length > 0 ? [digTable(digs.slice(0, most_named))] : [{ kind: 'line', text: '无。' } satisfies Block]),
    ...(digs.length > most_named
      ? [{ kind: 'line', size: 9, text: `只列前 ${most_named} 项，其余见平台。` } satisfies Block]
      : []),
    {
      kind: 'line',
      size: 9,
      text: `数据取自本平台事件记录，截至${day === shanghaiDay(ctx.now) ? '生成时' : '当日24时'}；在挖、超期为时点数，其余为当日发生数。`,
    },
  ]
  return {
    title: `今日动土日报（${day}）`,
    author: ctx.actor.organisation_name ?? '动土必管',
    created_at: ctx.now.toISOString(),
    footer: `今日动土日报　${day}`,
    watermark: null,
    blocks,
  }
}

function digTable(
  digs: {
    type: string
    at: string
    reference: string
    name: string
    street_name: string | null
    promoter_name: string
  }[],
): Block {
  return {
    kind: 'table',
    columns: [
      { title: '动态', share: 1 },
      { title: '项目', share: 3.4 },
      { title: '编号', share: 3.2 },
      { title: '道路', share: 1.6 },
      { title: '建设单位', share: 2.6 },
    ],
    rows: digs.map((dig) => [named[dig.type]!, dig.name, dig.reference, dig.street_name ?? '—', dig.promoter_name]),
  }
}

const nameOf = ({ street_zh, admin_code }: StreetCounts) => street_zh ?? admin_code ?? elsewhere

const sentence = ({ day, total }: DailyReport) =>
  `${chineseDay(day)}，全区新开工${total.started}处（其中抢险${total.emergencies}处），完工${total.finished}处；在挖${total.open}处，其中超期${total.over_time}处。` +
  `新亮黄牌${total.yellow_cards}张、红牌${total.red_cards}张；开展检查${total.inspections}次；发现无对应许可的变化图斑${total.detections_without_permit}处。`
