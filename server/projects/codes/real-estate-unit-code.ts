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

const FORM = /^(\d{6})(\d{3})(\d{3})([A-Z]{2})(\d{5})([A-Z])(\d{8})$/

/** Reads a real-estate unit code of 28 characters; grouping blanks and lower case are mended. */
export function parseRealEstateUnitCode(text: string): RealEstateUnitCode | CodeFault {
  const code = text.replace(/\s/g, '').toUpperCase()
  const parts = FORM.exec(code)
  if (!parts) {
    return fault(
      'unit-code-form',
      '不动产单元代码应为 28 位：6 位区划、3 位地籍区、3 位地籍子区、2 位宗地特征、5 位宗地顺序号、1 位定着物特征、8 位单元号',
      'A real-estate unit code has 28 characters: division 6, area 3, sub-area 3, parcel feature 2 and number 5, fixture feature 1 and number 8',
    )
  }
  const [
    ,
    county_code,
    cadastral_area,
    cadastral_subarea,
    parcel_feature,
    parcel_number,
    fixture_feature,
    fixture_number,
  ] = parts as unknown as string[] & { 1: string; 2: string; 3: string; 4: string; 5: string; 6: string; 7: string }
  return {
    ok: true,
    code,
    parcel_code: code.slice(0, 19),
    fixture_code: code.slice(19),
    county_code,
    cadastral_area,
    cadastral_subarea,
    parcel_feature,
    parcel_number,
    fixture_feature,
    fixture_number,
  }
}

/** The code as people read it: division, cadastral area and sub-area, parcel, fixture, parted by blanks. */
export function groupRealEstateUnitCode(code: string): string {
  return [code.slice(0, 6), code.slice(6, 12), code.slice(12, 19), code.slice(19)].join(' ')
}
