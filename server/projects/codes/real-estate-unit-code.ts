import { type CodeFault, fault } from './fault.ts'

/** 不动产单元代码 in its seven parts (GB/T 37346-2019); the first 19 characters are the parcel, the last 9 the fixture. */
export type RealEstateUnitCode = {
  ok: true
  code: string
  parcel_code: string
  fixture_code: string
  county_code: string
  cadastral_area: string
  cadastral_subarea: string
  parcel_feature: string
  parcel_number: string
  fixture_feature: string
  fixture_number: string
}

const FORM = /^\d{12}[A-Z]{2}\d{5}[A-Z]\d{8}$/

/** Reads a real-estate unit code of 28 characters; grouping blanks and lower case are mended. */
export function parseRealEstateUnitCode(text: string): RealEstateUnitCode | CodeFault {
  const code = text.replace(/\s/g, '').toUpperCase()
  if (!FORM.test(code)) {
    return fault(
      'unit-code-form',
      '不动产单元代码应为 28 位：6 位区划、3 位地籍区、3 位地籍子区、2 位宗地特征、5 位宗地顺序号、1 位定着物特征、8 位单元号',
      'A real-estate unit code has 28 characters: division 6, area 3, sub-area 3, parcel feature 2 and number 5, fixture feature 1 and number 8',
    )
  }
  return {
    ok: true,
    code,
    parcel_code: code.slice(0, 19),
    fixture_code: code.slice(19),
    county_code: code.slice(0, 6),
    cadastral_area: code.slice(6, 9),
    cadastral_subarea: code.slice(9, 12),
    parcel_feature: code.slice(12, 14),
    parcel_number: code.slice(14, 19),
    fixture_feature: code.slice(19, 20),
    fixture_number: code.slice(20),
  }
}

/** The code as people read it: division, cadastral area and sub-area, parcel, fixture, parted by blanks. */
export function groupRealEstateUnitCode(code: string): string {
  return [code.slice(0, 6), code.slice(6, 12), code.slice(12, 19), code.slice(19)].join(' ')
}
