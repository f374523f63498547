import type { Random } from './random.ts'

const families = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺顾毛郝龚邵万钱严',
]
const given = [
  '文静',
  '志远',
  '小芳',
  '国强',
  '雨桐',
  '子涵',
  '建华',
  '丽',
  '敏',
  '俊杰',
  '晓燕',
  '明',
  '思远',
  '桂英',
  '浩然',
  '倩',
  '永刚',
  '佳怡',
  '宇航',
  '秀兰',
  '磊',
  '雪梅',
  '天宇',
  '婷',
  '德明',
  '欣怡',
  '伟',
  '若曦',
  '海燕',
  '一鸣',
]

/** Somebody who does not exist. */
export function inventedName(random: Random): string {
  return random.pick(families) + random.pick(given)
}

/**
 * A resident id number of nobody: its place code 000000 was never issued; the check character is right in form (GB 11643, mod 11-2).
 */
export function inventedIdNumber(random: Random): string {
  const birth = `${random.between(1955, 2001)}${two(random.between(1, 12))}${two(random.between(1, 28))}`
  const body = `000000${birth}${String(random.between(1, 999)).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return body + '10X98765432'[sum % 11]!
}

/** A telephone number in a range that no operator has (100…). */
export function inventedPhone(random: Random): string {
  return `100${String(random.between(0, 99_999_999)).padStart(8, '0')}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
