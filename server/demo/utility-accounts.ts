import type { District } from './district.ts'
import type { LegKind } from './vocabulary.ts'

/** An account as a simulated utility keeps it (the shape of server/simulator). All holders are invented. */
export interface DemoAccount {
  account_no: string
  holder_name: string
  arrears_yuan: number
}

/** The home that the demo's script sells: its gas account owes ¥86.40 until 高宁 settles it. */
export const soldHome = {
  estate: '怡心里',
  building: '3栋',
  entrance: '2',
  room: '1502',
  seller: '何文静',
  gasArrearsYuan: 86.4,
}

const prefix: Record<LegKind, string> = { water: '21', power: '51', gas: '71' }

/** The account number of a home at a utility: ten digits worked out from its unit code, the same every time. */
export function accountNumber(kind: LegKind, unit_code: string): string {
  let value = 17
  for (const character of kind + unit_code) value = (value * 131 + character.charCodeAt(0)) % 99_999_989
  return prefix[kind] + String(value).padStart(8, '0')
}

/** The account books of the three simulated utilities: the sold home's, and those of every transfer in the demo. */
export function utilityAccounts(district: District): Record<LegKind, DemoAccount[]> {
  const books: Record<LegKind, DemoAccount[]> = { water: [], power: [], gas: [] }
  const sold = soldUnit(district)
  for (const kind of ['water', 'power', 'gas'] as const) {
    const arrears_yuan = kind === 'gas' ? soldHome.gasArrearsYuan : 0
    books[kind].push({ account_no: accountNumber(kind, sold.unit_code), holder_name: soldHome.seller, arrears_yuan })
  }
  const holders = new Map(
    district.transfer_party.filter(({ side }) => side === 'seller').map((party) => [party.case_id, party.name]),
  )
  for (const leg of district.transfer_leg) {
    if (leg.account === null) continue
    books[leg.kind].push({
      account_no: leg.account,
      holder_name: holders.get(leg.case_id)!,
      arrears_yuan: leg.arrears_yuan ?? 0,
    })
  }
  return books
}

/** 怡心里3栋2单元1502. */
export function soldUnit(district: District): District['home_unit'][number] {
  const building = district.building.find(
    ({ estate_name, name }) => estate_name === soldHome.estate && name === soldHome.building,
  )
  const unit = district.home_unit.find(
    (home) => home.building_id === building?.id && home.entrance === soldHome.entrance && home.room === soldHome.room,
  )
  if (!unit) throw new Error('the home that the demo sells is missing')
  return unit
}
