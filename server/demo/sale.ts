import { publicId } from '../http/public-id.ts'
import { residentIdCheck } from '../projects/codes/resident-id.ts'
import type { District } from './district.ts'
import { districtCode } from './organisations.ts'
import { accountNumber, soldHome, soldUnit } from './utility-accounts.ts'

/** Key of the setting that keeps the sale of the demo's script. */
export const demoSaleKey = 'demo.sale'

interface Party {
  name: string
  id_type: 'resident_id'
  id_no: string
  phone: string
}
export interface DemoSale {
  unit_id: string
  building_id: string
  label: string
  acceptance_no: string
  buyers: Party[]
  sellers: Party[]
  accounts: { kind: string; account_no: string }[]
}

/** The sale that the demo's script makes: its home, its two invented people and the accounts, ready to be filled in. */
export function demoSale(district: District): DemoSale {
  const unit = soldUnit(district)
  return {
    unit_id: publicId('unt', districtCode, unit.id),
    building_id: publicId('bld', districtCode, unit.building_id),
    label: unit.label,
    acceptance_no: 'DEMO-2026-001502',
    buyers: [nobody('林晓岚', '19900307002', '10000001502')],
    sellers: [nobody(soldHome.seller, '19680912004', '10000001501')],
    accounts: (['water', 'power', 'gas'] as const).map((kind) => ({
      kind,
      account_no: accountNumber(kind, unit.unit_code),
    })),
  }
}

/** A person who does not exist: place code 999999 was never issued, and no operator has numbers that begin with 100. */
function nobody(name: string, born_and_number: string, phone: string): Party {
  const body = `999999${born_and_number}`
  return { name, id_type: 'resident_id', id_no: body + residentIdCheck(body), phone }
}
