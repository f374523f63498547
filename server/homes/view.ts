import type { Context } from '../context.ts'
import { publicId, type Key } from '../http/public-id.ts'
import { digsNear, findBuilding, findUnit, originOf, type BuildingRow, type UnitRow } from './find.ts'

/** A building as the grid of its homes (楼盘表). Homes are listed to those signed in; open sales are marked for their registry only. */
export async function viewBuilding(ctx: Context, key: Key) {
  const building = await findBuilding(ctx, key)
  const isPublic = ctx.actor.role === 'public'
  const of = { district_code: building.district_code, building_id: building.id }
  const units = isPublic ? [] : await ctx.tx.many('homes/list_units', of)
  const sales = isPublic ? [] : await ctx.tx.many('homes/list_open_sales', of)
  return {
    ...shownBuilding(building),
    entrances: [...new Set(units.map((unit) => unit.entrance))],
    units: units.map((unit) => {
      const sale = sales.find((one) => one.unit_id === unit.id)
      const open_transfer = sale ? { id: publicId('trf', of.district_code, sale.id), status: sale.status } : null
      return { ...shownUnit(unit), open_transfer }
    }),
    digs: await digsNear(ctx, building),
    ...(await originOf(ctx, building)),
  }
}

/** A home's panel: its building, the dig that came from, the digs near it, and of its sales what the caller has a part in. */
export async function viewUnit(ctx: Context, key: Key) {
  const unit = await findUnit(ctx, key)
  const building = await findBuilding(ctx, { district_code: unit.district_code, id: unit.building_id })
  return {
    ...shownUnit(unit),
    building: shownBuilding(building),
    digs: await digsNear(ctx, building),
    ...(await originOf(ctx, building)),
    transfers: await salesOf(ctx, unit),
  }
}

async function salesOf(ctx: Context, { district_code, id }: UnitRow) {
  if (ctx.actor.role !== 'registry' && ctx.actor.role !== 'utility') return []
  const found = await ctx.system(() => ctx.tx.many('homes/list_sale_ids', { district_code, unit_id: id }))
  const ids = found.map((sale) => sale.id)
  const sales = await ctx.tx.many('homes/list_sales', { district_code, ids })
  const legs = await ctx.tx.many('homes/list_sale_legs', { district_code, ids })
  const seen = new Map(sales.map((sale) => [sale.id, sale]))
  for (const leg of legs) {
    const part = {
      id: leg.case_id,
      reference: leg.case_reference,
      status: null,
      opened_at: null,
      entered_at: null,
      finished_at: null,
    }
    if (!seen.has(leg.case_id)) seen.set(leg.case_id, part as never)
  }
  return [...seen.values()].map((sale) => ({
    ...sale,
    id: publicId('trf', district_code, sale.id),
    legs: legs
      .filter((leg) => leg.case_id === sale.id)
      .map(({ kind, status, updated_at }) => ({ kind, status, updated_at })),
  }))
}

/** What happened to the sales of a home: for its registry, its utilities their own, and the auditor. Nobody else has any part in it. */
export async function homeHistory(ctx: Context, key: Key) {
  const { district_code, id } = await findUnit(ctx, key)
  const ids = await ctx.system(async () => {
    const cases = (await ctx.tx.many('homes/list_sale_ids', { district_code, unit_id: id })).map((sale) => sale.id)
    const legs = await ctx.tx.many('homes/list_sale_legs', { district_code, ids: cases })
    return [...cases, ...legs.map((leg) => leg.id)]
  })
  return ctx.tx.many('homes/list_history', { district_code, ids })
}

/** Homes by their label or unit code, for the registry's counter. */
export async function searchUnits(ctx: Context, { q, limit }: { q: string; limit: number }) {
  const plain = q.replaceAll(/\s/g, '').replaceAll(/[\\%_]/g, '\\$&')
  const { district_code } = ctx.actor
  const rows = await ctx.tx.many('homes/search_units', {
    district_code,
    like: `%${plain}%`,
    prefix: `${plain.toUpperCase()}%`,
    exact: q.replaceAll(/\s/g, ''),
    limit,
  })
  return rows.map((row) => ({ ...shownUnit(row), building_id: publicId('bld', district_code, row.building_id) }))
}

function shownUnit(
  unit: Pick<UnitRow, 'district_code' | 'id' | 'unit_code' | 'entrance' | 'floor' | 'room' | 'label' | 'area_m2'>,
) {
  const { district_code, id, unit_code, entrance, floor, room, label, area_m2 } = unit
  return { id: publicId('unt', district_code, id), unit_code, entrance, floor, room, label, area_m2 }
}

function shownBuilding(building: BuildingRow) {
  const { district_code, project_id: _origin, version: _version, updated_at: _at, ...shown } = building
  return { ...shown, id: publicId('bld', district_code, building.id) }
}
