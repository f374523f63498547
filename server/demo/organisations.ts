import { demoCreditCode } from './credit-code.ts'
import type { OrganisationRow, PersonRow, ResponsibilityRow, UtilityRouteRow } from './place-tables.ts'
import type { Theme } from './vocabulary.ts'
import type { Firm } from './firm-list.ts'
import { contractorFirms, promoterFirms } from './firm-list.ts'
import { multiPolygon } from './plane.ts'
import { inventedPhone } from './people-names.ts'
import type { Random } from './random.ts'
import type { Street } from './streets.ts'

export const districtCode = 510116
/** Since when the demo's organisations, borders and routes have been so. */
const since = '2016-01-01'
const createdAt = `${since}T09:00:00+08:00`

export type Firms = readonly { firm: Firm; organisation: OrganisationRow; contact: string }[]

/** Everybody who takes part, all invented. */
export interface Cast {
  organisations: OrganisationRow[]
  people: PersonRow[]
  responsibilities: ResponsibilityRow[]
  routes: UtilityRouteRow[]
  promoters: Firms
  contractors: Firms
  utilities: Readonly<Record<Theme, OrganisationRow>>
  registry: OrganisationRow
  traffic: OrganisationRow
  planning: OrganisationRow
  /** Who decides and who inspects in a street, and whose town it is. */
  dutyIn(street: Street): { authority: OrganisationRow; inspection: OrganisationRow; town: OrganisationRow }
  person(login: string): PersonRow
}

/** Organisations, the eleven people of the demo, who is responsible where, and which utility serves which street. */
export function castOrganisations(random: Random, streets: readonly Street[]): Cast {
  const organisations: OrganisationRow[] = []
  const add = (
    kind: OrganisationRow['kind'],
    zh: string,
    en: string,
    utility_kind: Theme | null = null,
  ): OrganisationRow => {
    const state = !['promoter', 'contractor', 'supervisor', 'utility', 'operator'].includes(kind)
    const credit_code = demoCreditCode(state ? 'state-organ' : 'company', organisations.length + 1)
    const names = { name_zh: `${zh}(演示)`, name_en: `${en} (demo)` }
    const row = {
      district_code: districtCode,
      id: random.uuid(),
      kind,
      ...names,
      credit_code,
      utility_kind,
      is_demo: true as const,
      created_at: createdAt,
    }
    organisations.push(row)
    return row
  }
  const offices = addOffices(add)
  const towns = new Map(
    streets.map((street) => [street.code, add('authority', townOffice(street), `${street.name_en} Office`)]),
  )
  const utilities = {
    water: add('utility', '岷江供水公司', 'Minjiang Water', 'water'),
    power: add('utility', '蜀光供电公司', 'Shuguang Power', 'power'),
    gas: add('utility', '锦岷燃气公司', 'Jinmin Gas', 'gas'),
    drainage: add('utility', '双源排水公司', 'Shuangyuan Drainage', 'drainage'),
    telecom: add('utility', '联讯通信公司', 'Lianxun Telecom', 'telecom'),
  }
  const firms = (list: readonly Firm[], kind: 'promoter' | 'contractor', zh: string, en: string): Firms =>
    list.map((firm) => ({
      firm,
      organisation: add(kind, firm.zh + zh, `${firm.en} ${en}`),
      contact: random.pick(contacts),
    }))
  const promoters = firms(promoterFirms, 'promoter', '有限公司', 'Co.')
  const contractors = firms(contractorFirms, 'contractor', '有限责任公司', 'Ltd.')
  const people = seatPeople(random, offices, utilities, promoters[0]!.organisation)
  const dutyIn = (street: Street) => ({ ...offices.byManager[street.managed_by]!, town: towns.get(street.code)! })
  return {
    organisations,
    people,
    responsibilities: streets.flatMap((street) => duties(random, street, { ...dutyIn(street), ...offices })),
    routes: streets.flatMap((street) => routesOf(random, street, utilities)),
    promoters,
    contractors,
    utilities,
    registry: offices.registry,
    traffic: offices.traffic,
    planning: offices.planning,
    dutyIn,
    person: (login) => people.find((person) => person.login === login)!,
  }
}

type Add = (kind: OrganisationRow['kind'], zh: string, en: string) => OrganisationRow
type Offices = ReturnType<typeof addOffices>

function addOffices(add: Add) {
  const byManager: Record<string, { authority: OrganisationRow; inspection: OrganisationRow }> = {
    双流区: {
      authority: add('authority', '行政审批局', 'Administrative Approval Bureau'),
      inspection: add('inspection', '综合行政执法局', 'Comprehensive Enforcement Bureau'),
    },
    四川天府新区: {
      authority: add('authority', '天府新区片区审批局', 'Tianfu New Area Approval Bureau'),
      inspection: add('inspection', '天府新区片区执法大队', 'Tianfu New Area Enforcement Team'),
    },
    成都高新区: {
      authority: add('authority', '高新区片区审批局', 'Hi-tech Zone Approval Bureau'),
      inspection: add('inspection', '高新区片区执法大队', 'Hi-tech Zone Enforcement Team'),
    },
  }
  return {
    byManager,
    traffic: add('traffic', '交通管理大队', 'Traffic Police'),
    registry: add('registry', '不动产登记中心', 'Real Estate Registry'),
    planning: add('planning', '规划和自然资源局', 'Planning and Natural Resources Bureau'),
    audit: add('audit', '审计局', 'Audit Bureau'),
    operator: add('operator', '平台运营中心', 'Platform Operator'),
  }
}

function seatPeople(
  random: Random,
  offices: Offices,
  utilities: Cast['utilities'],
  gasBuilder: OrganisationRow,
): PersonRow[] {
  const { authority, inspection } = offices.byManager['双流区']!
  const seat = (
    login: string,
    name_zh: string,
    name_en: string,
    role: PersonRow['role'],
    { id }: OrganisationRow,
  ): PersonRow => ({
    district_code: districtCode,
    id: random.uuid(),
    organisation_id: id,
    login,
    name_zh,
    name_en,
    role,
    phone: inventedPhone(random),
    is_demo: true,
    created_at: createdAt,
  })
  return [
    seat('zhou.yan', '周岩', 'Zhou Yan', 'inspector', inspection),
    seat('xu.min', '许敏', 'Xu Min', 'authority', authority),
    seat('luo.jian', '罗建', 'Luo Jian', 'promoter', gasBuilder),
    seat('jiang.lan', '江澜', 'Jiang Lan', 'utility', utilities.water),
    seat('lei.yi', '雷毅', 'Lei Yi', 'utility', utilities.power),
    seat('gao.ning', '高宁', 'Gao Ning', 'utility', utilities.gas),
    seat('ding.ying', '丁颖', 'Ding Ying', 'registry', offices.registry),
    seat('shen.yue', '沈越', 'Shen Yue', 'planner', offices.planning),
    seat('yan.zheng', '严正', 'Yan Zheng', 'auditor', offices.audit),
    seat('guan.ping', '管平', 'Guan Ping', 'admin', offices.operator),
    seat('zhong.wei', '钟卫', 'Zhong Wei', 'authority', offices.traffic),
  ]
}

function townOffice(street: Street): string {
  return street.name_zh.endsWith('镇') ? `${street.name_zh}人民政府` : `${street.name_zh}办事处`
}

type Holders = {
  authority: OrganisationRow
  inspection: OrganisationRow
  town: OrganisationRow
  traffic: OrganisationRow
  registry: OrganisationRow
}

/** One row a street and duty: neighbouring streets in one MultiPolygon would share edges, which is not valid. */
function duties(random: Random, street: Street, holders: Holders): ResponsibilityRow[] {
  const geom = multiPolygon([street.ring])
  const row = (duty: ResponsibilityRow['duty'], holder: OrganisationRow): ResponsibilityRow => ({
    district_code: districtCode,
    id: random.uuid(),
    organisation_id: holder.id,
    duty,
    valid_from: since,
    geom,
  })
  return [
    row('authority', holders.authority),
    row('supervision', holders.inspection),
    row('town', holders.town),
    row('traffic', holders.traffic),
    row('registry', holders.registry),
  ]
}

function routesOf(random: Random, street: Street, utilities: Cast['utilities']): UtilityRouteRow[] {
  return (Object.keys(utilities) as Theme[]).map((utility_kind) => ({
    district_code: districtCode,
    id: random.uuid(),
    utility_kind,
    utility_id: utilities[utility_kind].id,
    admin_code: street.code,
    unit_code: `${utility_kind.toUpperCase()}-${street.code.slice(-3)}`,
    valid_from: since,
  }))
}

/** Invented contact people of firms, without accounts. */
const contacts = [
  '陈实',
  '唐卓',
  '何川',
  '吴桐',
  '邓宽',
  '冯远',
  '彭立',
  '郑毅',
  '谢安',
  '曾可',
  '蒋路',
  '秦朗',
  '杜衡',
  '苏成',
  '梁正',
  '范同',
]
