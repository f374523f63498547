import type { Random } from './random.ts'

export interface EstateName {
  zh: string
  en: string
}

const stems: [string, string][] = [
  ['锦云', 'Jinyun'],
  ['翠林', 'Cuilin'],
  ['岷江', 'Minjiang'],
  ['棠湖', 'Tanghu'],
  ['星河', 'Xinghe'],
  ['芙蓉', 'Furong'],
  ['竹韵', 'Zhuyun'],
  ['和雅', 'Heya'],
  ['白鹭', 'Bailu'],
  ['金桂', 'Jingui'],
  ['银杏', 'Yinxing'],
  ['兰庭', 'Lanting'],
  ['清溪', 'Qingxi'],
  ['南湖', 'Nanhu'],
  ['望川', 'Wangchuan'],
  ['云岭', 'Yunling'],
  ['天泽', 'Tianze'],
  ['安澜', 'Anlan'],
  ['嘉禾', 'Jiahe'],
  ['丹枫', 'Danfeng'],
  ['水岸', "Shui'an"],
  ['书香', 'Shuxiang'],
  ['麓山', 'Lushan'],
  ['春熙', 'Chunxi'],
]
const endings: [string, string][] = [
  ['苑', 'Court'],
  ['花园', 'Gardens'],
  ['里', 'Li'],
  ['小区', 'Quarter'],
  ['府', 'Mansion'],
  ['家园', 'Homes'],
  ['雅居', 'Residence'],
]

/** Names of housing estates, each once; the fixed 怡心里 is never among them. */
export function estateNames(random: Random): EstateName[] {
  return random.shuffle(
    stems.flatMap(([zh, en]) =>
      endings.map(([zh2, en2]) => ({ zh: zh + zh2, en: en2 === 'Li' ? `${en}li` : `${en} ${en2}` })),
    ),
  )
}
