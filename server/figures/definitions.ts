import type { PermitKind } from '../db/queries.gen.ts'

/** What a figure of the decisions is, in words for both languages, and what the district reported of itself for 2019 and 2020. */
export interface Definition {
  figure: string
  unit: 'working_days' | 'share'
  /** Permits that count; null = every kind that is decided here. */
  kinds: readonly PermitKind[] | null
  /** Which sums of sql/figures/count_approvals.sql make it; null where no data can exist yet. */
  of: { numerator: Sum; denominator: Sum; isSaving?: boolean } | null
  definition_zh: string
  definition_en: string
  /** Before and after; `source` says where it was read. */
  reported: { before: number | null; after: number } | null
}
export type Sum =
  'decided' | 'working_days' | 'on_the_spot' | 'online' | 'wholly_online' | 'statutory_days' | 'promised_days'

export const source = '成都市双流区获评2020中国城市创新百佳示范县市全国第三（2020 年报道，2019 → 2020）'

const average = { numerator: 'working_days', denominator: 'decided' } as const
const averageZh =
  '当年作出决定的许可，自受理次日起至决定之日的工作日之和 ÷ 件数；按国务院公布的日历计算，特别程序暂停的天数不计（行政许可法 45、82 条）。'
const averageEn =
  'Working days from the day after acceptance to the day of decision, summed over the permits decided in the year ÷ their number; by the calendar of the State Council, days of a special procedure not counted (Administrative Licensing Law arts. 45, 82).'
const notYetZh = '报装流程（新开户）尚未纳入本平台，因此没有数据；所列为报道数值，仅供对照。'
const notYetEn =
  'New connections are not handled on this platform yet, so there is no data; the number shown is the reported one, for comparison only.'

/** THE list of the public figures, in the order of the tiles. */
export const definitions: readonly Definition[] = [
  days('building_permit', ['construction'], { before: 24, after: 9.07 }),
  days('excavation_permit', ['excavation'], null),
  notYet('water_connection', { before: 6.25, after: 2.2 }),
  notYet('power_high_voltage', { before: 8.8, after: 4.9 }),
  notYet('power_low_voltage', { before: 2.2, after: 1 }),
  notYet('gas_connection', { before: 21, after: 7.3 }),
  share('promise_speed_up', {
    of: { numerator: 'promised_days', denominator: 'statutory_days', isSaving: true },
    definition_zh: '承诺提速率 = 1 − 承诺时限之和 ÷ 法定时限之和；范围为当年作出决定、且两种时限都有的许可。',
    definition_en:
      '1 − the sum of promised limits ÷ the sum of statutory limits, over the permits decided in the year that have both.',
    reported: { before: null, after: 0.73 },
  }),
  share('online', {
    of: { numerator: 'online', denominator: 'decided' },
    definition_zh: '当年作出决定的许可中，由申请人用自己的账号在网上提交申请的件数 ÷ 全部件数。',
    definition_en:
      'Permits whose applicant handed the application in online with an account of its own ÷ all permits decided in the year.',
    reported: null,
  }),
  share('wholly_online', {
    of: { numerator: 'wholly_online', denominator: 'decided' },
    definition_zh: '当年作出决定的许可中，网上提交、且没有听证、检测、专家评审等须到场的特别程序的件数 ÷ 全部件数。',
    definition_en:
      'Permits handed in online for which no special procedure (hearing, testing, expert review) made anybody come in person ÷ all permits decided in the year.',
    reported: { before: null, after: 0.83 },
  }),
  share('on_the_spot', {
    of: { numerator: 'on_the_spot', denominator: 'decided' },
    definition_zh: '当年作出决定的许可中，提交申请当日即作出决定的件数 ÷ 全部件数。',
    definition_en: 'Permits decided on the very day of the application ÷ all permits decided in the year.',
    reported: { before: null, after: 0.22 },
  }),
]

/** What a figure of the requests (诉求) is. `of` are counts of sql/figures/count_petitions.sql. */
export interface PetitionDefinition {
  figure: string
  unit: 'count' | 'share' | 'working_days'
  of: { numerator: PetitionSum; denominator: PetitionSum }
  definition_zh: string
  definition_en: string
}
type PetitionSum = 'received' | 'closed' | 'reached' | 'satisfied' | 'answered'

/** THE list of the public figures of the requests, in the order of the tiles. */
export const petitionDefinitions: readonly PetitionDefinition[] = [
  {
    figure: 'petitions_received',
    unit: 'count',
    of: { numerator: 'received', denominator: 'received' },
    definition_zh: '当年收到的诉求件数，含后来并入他件的；没有被拒收的。',
    definition_en: 'Requests that came in the year, those linked to another one included. None was turned away.',
  },
  {
    figure: 'petitions_closed',
    unit: 'share',
    of: { numerator: 'closed', denominator: 'received' },
    definition_zh: '办结率 = 当年收到的诉求中已办结的件数 ÷ 当年收到的件数；并入他件的，随该件办结。',
    definition_en:
      'Requests of the year that are closed ÷ requests of the year; one linked to another is closed with it.',
  },
  {
    figure: 'petitions_satisfied',
    unit: 'share',
    of: { numerator: 'satisfied', denominator: 'reached' },
    definition_zh:
      '满意率 = 当年收到的诉求中，第三方最近一次回访为满意或基本满意的件数 ÷ 回访到的件数；联系不上的不计入分母。',
    definition_en:
      'Requests of the year whose petitioner told the third party, when last asked, to be satisfied or basically so ÷ those who were reached; who could not be reached counts in neither.',
  },
  {
    figure: 'petitions_answer_days',
    unit: 'working_days',
    of: { numerator: 'answered', denominator: 'answered' },
    definition_zh: '答复用时 = 当年收到的诉求，自收到次日起至首次答复之日的工作日的中位数；按国务院公布的日历计算。',
    definition_en:
      'The median of working days from the day after a request of the year came to its first answer; by the calendar of the State Council.',
  },
]

function days(figure: string, kinds: PermitKind[], reported: Definition['reported']): Definition {
  return {
    figure,
    unit: 'working_days',
    kinds,
    of: average,
    definition_zh: averageZh,
    definition_en: averageEn,
    reported,
  }
}

function notYet(figure: string, reported: Definition['reported']): Definition {
  return {
    figure,
    unit: 'working_days',
    kinds: [],
    of: null,
    definition_zh: notYetZh,
    definition_en: notYetEn,
    reported,
  }
}

function share(
  figure: string,
  rest: Pick<Definition, 'of' | 'definition_zh' | 'definition_en' | 'reported'>,
): Definition {
  return { figure, unit: 'share', kinds: null, ...rest }
}
