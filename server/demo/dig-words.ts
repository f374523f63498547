import type { ProjectKind, Theme } from './vocabulary.ts'
import type { Random } from './random.ts'

export interface Words {
  zh: string
  en: string
}

type Topic = Theme | 'road' | 'building'

const pipeline: Record<Theme, [string, string][]> = {
  gas: [
    ['燃气管改造', 'gas renewal'],
    ['中压燃气管新建', 'medium-pressure gas main'],
    ['燃气管迁改', 'gas main diversion'],
  ],
  water: [
    ['供水管网改造', 'water main renewal'],
    ['给水管新建', 'new water main'],
    ['老旧供水管更换', 'replacement of old water pipes'],
  ],
  power: [
    ['电力排管新建', 'new cable ducts'],
    ['10kV线路入地', 'undergrounding of 10 kV lines'],
    ['电缆通道改造', 'cable route renewal'],
  ],
  drainage: [
    ['雨污分流改造', 'separation of rain and foul water'],
    ['污水管网完善', 'sewer extension'],
    ['雨水管修复', 'storm drain repair'],
  ],
  telecom: [
    ['通信管道新建', 'new telecom ducts'],
    ['光缆入地', 'undergrounding of fibre cables'],
  ],
}
const excavation: Record<Theme | 'road', [string, string][]> = {
  gas: [['燃气支管碰口', 'gas branch connection']],
  water: [
    ['供水支管接入', 'water branch connection'],
    ['阀门井更换', 'valve chamber replacement'],
  ],
  power: [['电缆接头井开挖', 'cable joint bay']],
  drainage: [['检查井更换', 'manhole replacement']],
  telecom: [['通信人井开挖', 'telecom chamber']],
  road: [
    ['路面病害修复', 'carriageway repair'],
    ['人行道整治', 'footway renewal'],
    ['路口渠化改造', 'junction improvement'],
    ['路灯基础开挖', 'lamp post foundations'],
    ['公交站台改造', 'bus stop renewal'],
    ['慢行系统提升', 'cycle track improvement'],
  ],
}
const emergency: Record<Theme | 'road', [string, string, string]> = {
  gas: ['燃气泄漏抢修', 'gas leak repair', 'gas_leak'],
  water: ['给水管爆管抢修', 'burst water main repair', 'burst_main'],
  power: ['电缆故障抢修', 'cable fault repair', 'cable_fault'],
  drainage: ['污水管塌陷抢修', 'collapsed sewer repair', 'collapse'],
  telecom: ['通信中断抢修', 'telecom outage repair', 'outage'],
  road: ['路面塌陷抢修', 'road collapse repair', 'collapse'],
}
const plots: [string, string][] = [
  ['商住楼基坑', 'mixed-use building foundation pit'],
  ['产业楼宇地下室', 'office building basement'],
  ['小学新建', 'new primary school'],
  ['社区医院新建', 'new community hospital'],
  ['停车楼基坑', 'car park foundation pit'],
  ['农贸市场改建', 'market rebuilding'],
  ['人才公寓', 'staff flats'],
  ['体育中心', 'sports centre'],
]

/** The name a dig goes by, in both languages: its street and what is done there. */
export function digName(random: Random, kind: ProjectKind, topic: Topic, road: Words): Words {
  const [zh, en] = kind === 'building_works' || topic === 'building' ? random.pick(plots) : phrase(random, kind, topic)
  return { zh: `${road.zh}${zh}`, en: `${road.en} ${en}` }
}

/** What broke, for an emergency repair. */
export function emergencyCause(topic: Topic): string {
  return topic === 'building' ? 'collapse' : emergency[topic][2]
}

function phrase(random: Random, kind: ProjectKind, topic: Theme | 'road'): [string, string] {
  if (kind === 'emergency_repair') return [emergency[topic][0], emergency[topic][1]]
  return random.pick(kind === 'pipeline_works' && topic !== 'road' ? pipeline[topic] : excavation[topic])
}
