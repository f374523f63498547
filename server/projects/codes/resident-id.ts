import { isDay } from '../../clocks/working-days.ts'
import { type CodeFault, fault } from './fault.ts'

/** 公民身份号码 (GB 11643-1999). It names a person: store it encrypted, show it masked, never log it. */
export type ResidentId = { ok: true; number: string; masked: string }

// 2^(18-i) mod 11, and the check characters for the remainders 0 to 10 (ISO 7064 MOD 11-2).
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** Reads a resident id of 18 characters: division, a birthday that exists, order number, check digit. The fault never repeats it. */
export function parseResidentId(text: string): ResidentId | CodeFault {
  const number = text.trim().toUpperCase()
  const birthday = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!/^[1-9]\d{16}[0-9X]$/.test(number) || !isDay(birthday)) {
    return fault(
      'resident-id-form',
      '公民身份号码应为 18 位，且出生日期有效',
      'A resident id has 18 characters with a birthday that exists',
    )
  }
  if (residentIdCheck(number.slice(0, 17)) !== number[17]) {
    return fault('resident-id-check', '公民身份号码的校验位不正确', 'The check digit of the resident id is wrong')
  }
  return { ok: true, number, masked: maskResidentId(number) }
}

/** The check character for the first 17 digits of a resident id. */
export function residentIdCheck(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('a check digit needs 17 digits')
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return CHECKS[sum % 11] ?? ''
}

/** A resident id as a list may show it: the first three and the last four characters. */
export function maskResidentId(number: string): string {
  return number.length <= 7
    ? '*'.repeat(number.length)
    : number.slice(0, 3) + '*'.repeat(number.length - 7) + number.slice(-4)
}
