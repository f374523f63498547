import { type CodeFault, fault } from './fault.ts'

/** 统一社会信用代码: registry department, kind of body, division, body, check (GB 32100-2015). */
export type SocialCreditCode = {
  ok: true
  code: string
  department: string
  body_kind: string
  division_code: string
  body_code: string
  check: string
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
// 3^(i-1) mod 31, GB 32100-2015 table of weights.
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Reads a unified social credit code; lower case and surrounding blanks are mended, a wrong check digit is refused. */
export function parseSocialCreditCode(text: string): SocialCreditCode | CodeFault {
  const code = text.trim().toUpperCase()
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) {
    return fault(
      'credit-code-form',
      '统一社会信用代码应为 18 位，且不含 I、O、S、V、Z',
      'A unified social credit code has 18 characters, without I, O, S, V, Z',
    )
  }
  if (socialCreditCheck(code.slice(0, 17)) !== code.at(17)) {
    return fault(
      'credit-code-check',
      '统一社会信用代码的校验位不正确',
      'The check digit of the unified social credit code is wrong',
    )
  }
  const [department = '', body_kind = '', check = ''] = [code[0], code[1], code[17]]
  return { ok: true, code, department, body_kind, division_code: code.slice(2, 8), body_code: code.slice(8, 17), check }
}

/** The check digit for the first 17 characters of a unified social credit code. */
export function socialCreditCheck(first17: string): string {
  if (first17.length !== 17) throw new RangeError('a check digit needs 17 characters')
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * valueOf(first17[index]), 0)
  return ALPHABET[(31 - (sum % 31)) % 31] ?? ''
}

function valueOf(character = ''): number {
  const value = character === '' ? -1 : ALPHABET.indexOf(character)
  if (value < 0) throw new RangeError(`not a character of a social credit code: ${character}`)
  return value
}
