import { countDays, type Day } from '../clocks/working-days.ts'
import { findRule } from '../clocks/rules.ts'
import type { Context } from '../context.ts'

interface Charged {
  surface: string | null
  charged_m2: number
  fee_factor: number
}

/**
 * What the dig would cost in fees by the tariffs in force (城市道路管理条例 37): restoration by surface and area, multiplied inside
 * no-dig years, and occupation by area and day, both ends counted. Null where the place has no tariff. Yuan, to the cent.
 */
export async function estimateFee(
  ctx: Context,
  input: { district_code: number; day: Day; from: Day; to: Day; segments: readonly Charged[] },
) {
  const [restoration, occupation] = [
    await findRule(ctx, input.district_code, 'fee.restoration', input.day),
    await findRule(ctx, input.district_code, 'fee.occupation', input.day),
  ]
  if (!restoration || !occupation) return null
  const tariff = restoration.value as { per_m2: Record<string, number>; other_per_m2: number; is_demo?: boolean }
  const { per_m2_day, is_demo } = occupation.value as { per_m2_day: number; is_demo?: boolean }
  const days = countDays(input.from, input.to) + 1
  const area_m2 = input.segments.reduce((sum, { charged_m2 }) => sum + charged_m2, 0)
  const restored = input.segments.reduce(
    (sum, { surface, charged_m2, fee_factor }) =>
      sum + charged_m2 * (tariff.per_m2[surface ?? ''] ?? tariff.other_per_m2) * fee_factor,
    0,
  )
  const occupied = area_m2 * days * per_m2_day
  return {
    currency: 'CNY',
    days,
    area_m2,
    restoration: cents(restored),
    restoration_basis_zh: restoration.basis_zh,
    restoration_basis_en: restoration.basis_en,
    occupation: cents(occupied),
    occupation_basis_zh: occupation.basis_zh,
    occupation_basis_en: occupation.basis_en,
    total: cents(cents(restored) + cents(occupied)),
    is_demo: tariff.is_demo === true || is_demo === true,
  }
}

/** Yuan to the cent. */
export const cents = (yuan: number) => Math.round(yuan * 100) / 100
