import type { Random } from './random.ts'

export interface RoadName {
  zh: string
  en: string
}

/** Names with their pinyin from which streets are called; the combinations are invented. */
const first: [string, string][] = [
  ['锦', 'Jin'],
  ['云', 'Yun'],
  ['清', 'Qing'],
  ['龙', 'Long'],
  ['凤', 'Feng'],
  ['天', 'Tian'],
  ['怡', 'Yi'],
  ['长', 'Chang'],
  ['安', 'An'],
  ['翠', 'Cui'],
  ['明', 'Ming'],
  ['和', 'He'],
  ['瑞', 'Rui'],
  ['文', 'Wen'],
  ['华', 'Hua'],
  ['星', 'Xing'],
  ['白', 'Bai'],
  ['兰', 'Lan'],
  ['竹', 'Zhu'],
  ['松', 'Song'],
  ['梅', 'Mei'],
  ['百', 'Bai'],
  ['双', 'Shuang'],
  ['广', 'Guang'],
  ['福', 'Fu'],
  ['泰', 'Tai'],
]
const second: [string, string][] = [
  ['溪', 'xi'],
  ['桥', 'qiao'],
  ['江', 'jiang'],
  ['林', 'lin'],
  ['泉', 'quan'],
  ['屏', 'ping'],
  ['韵', 'yun'],
  ['荷', 'he'],
  ['枫', 'feng'],
  ['塘', 'tang'],
  ['原', 'yuan'],
  ['亭', 'ting'],
  ['霞', 'xia'],
  ['州', 'zhou'],
  ['通', 'tong'],
  ['庭', 'ting'],
  ['滨', 'bin'],
  ['景', 'jing'],
  ['瀚', 'han'],
  ['岭', 'ling'],
]
const trees: [string, string][] = [
  ['银杏', 'Yinxing'],
  ['梧桐', 'Wutong'],
  ['香樟', 'Xiangzhang'],
  ['桂花', 'Guihua'],
  ['芙蓉', 'Furong'],
  ['玉兰', 'Yulan'],
  ['海棠', 'Haitang'],
  ['紫薇', 'Ziwei'],
  ['楠木', 'Nanmu'],
  ['红枫', 'Hongfeng'],
  ['榕树', 'Rongshu'],
  ['水杉', 'Shuishan'],
]
const ending = { arterial: ['大道', 'Avenue'], collector: ['路', 'Road'], local: ['街', 'Street'] } as const

/** Hands out names, never the same twice; kept names (given as stems) are never drawn. */
export function nameSource(random: Random, kept: readonly string[]): (rank: keyof typeof ending) => RoadName {
  const combined = first.flatMap(([zh, en]) => second.map(([zh2, en2]): [string, string] => [zh + zh2, en + en2]))
  const stems = [...random.shuffle(trees), ...random.shuffle(combined)].filter(([zh]) => !kept.includes(zh))
  let next = 0
  return (rank) => {
    const round = Math.floor(next / stems.length)
    const [zh, en] = stems[next++ % stems.length]!
    const [suffix_zh, suffix_en] = ending[rank]
    return round === 0
      ? { zh: zh + suffix_zh, en: `${en} ${suffix_en}` }
      : { zh: `${zh}${round + 1}${suffix_zh}`, en: `${en} ${suffix_en} ${round + 1}` }
  }
}
