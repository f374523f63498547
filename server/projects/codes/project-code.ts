import { type CodeFault, fault } from './fault.ts'
import { parseDivisionCode } from './division-code.ts'

/** 项目代码 TTTT-RRRRRR-DD-KK-NNNNNC: time, region, central department, kind of project, serial. */
export type ProjectCode = {
  ok: true
  code: string
  /** GB/T 40058-2021 has a time YYMM, five random characters and a check; codes of 2016–2020 a year and six digits. */
  form: 'gbt_40058_2021' | 'legacy'
  time: string
  region_code: string
  department: string
  kind: string
  serial: string
}

const FORM = /^(\d{4})-?(\d{6})-?(\d{2})-?(\d{2})-?(\d{5}[0-9A-Z])$/

/**
 * Reads a project code with or without its hyphens. The check character is kept but not verified: the algorithm of the
 * standard is not public.
 */
export function parseProjectCode(text: string): ProjectCode | CodeFault {
  const [, time = '', region_code = '', department = '', kind = '', serial = ''] =
    FORM.exec(text.trim().toUpperCase()) ?? []
  const form = formOf(time, serial)
  if (!form || !(region_code === '000000' || parseDivisionCode(region_code).ok)) {
    return fault(
      'project-code-form',
      '项目代码应为 20 位：4 位时间、6 位地区、2 位部门、2 位类型、6 位序号（可用连字符分隔）',
      'A project code has 20 characters: time 4, region 6, department 2, kind 2, serial 6 (hyphens allowed)',
    )
  }
  const code = [time, region_code, department, kind, serial].join('-')
  return { ok: true, code, form, time, region_code, department, kind, serial }
}

// 2016–2020 read as YYMM would be months 16 to 20, so the two forms cannot be mistaken for each other.
function formOf(time: string, serial: string): ProjectCode['form'] | null {
  if (/^20(1[6-9]|20)$/.test(time)) return /^\d{6}$/.test(serial) ? 'legacy' : null
  return /^\d{2}(0[1-9]|1[0-2])$/.test(time) ? 'gbt_40058_2021' : null
}
