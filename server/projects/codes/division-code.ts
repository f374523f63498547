import { type CodeFault, fault } from './fault.ts'

/** 统计用区划代码: county (6 digits), street or town (9), village or community (12). */
export type DivisionCode = {
  ok: true
  code: string
  level: 'province' | 'city' | 'county' | 'street' | 'village'
  province_code: string
  city_code: string
  county_code: string
  street_code: string | null
}

/** Reads a division code of 6, 9 or 12 digits. Whether the code exists on a day is for the table of areas to say. */
export function parseDivisionCode(text: string): DivisionCode | CodeFault {
  const code = text.trim()
  if (!/^[1-8]\d{5}(\d{3}){0,2}$/.test(code)) {
    return fault('division-code-form', '区划代码应为 6、9 或 12 位数字', 'A division code has 6, 9 or 12 digits')
  }
  const street_code = code.length >= 9 ? code.slice(0, 9) : null
  return {
    ok: true,
    code,
    level: levelOf(code),
    province_code: code.slice(0, 2),
    city_code: code.slice(0, 4),
    county_code: code.slice(0, 6),
    street_code,
  }
}

function levelOf(code: string): DivisionCode['level'] {
  if (code.length === 12) return 'village'
  if (code.length === 9) return 'street'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}
