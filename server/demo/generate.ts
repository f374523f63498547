import type { Calendar, Day } from '../clocks/working-days.ts'
import { shiftDay } from '../clocks/working-days.ts'
import { basemapRows, areaRows } from './area-rows.ts'
import { findParcels } from './blocks.ts'
import { countDays } from './days.ts'
import type { ClockGround } from './dig-clocks.ts'
import { seeChanges } from './detections.ts'
import { findRuns } from './dig-places.ts'
import type { Promises } from './dig-plan.ts'
import type { Dig } from './digs.ts'
import { makeDigs } from './digs.ts'
import type { District } from './district.ts'
import type { Estate } from './estates.ts'
import { buildEstates } from './estates.ts'
import type { BuiltBy } from './homes.ts'
import { listHomes } from './homes.ts'
import { drawLandscape } from './landscape.ts'
import type { RuleData, RuleOn } from './limits.ts'
import { createRuleOn } from './limits.ts'
import { layNetworks } from './networks.ts'
import { castOrganisations, districtCode } from './organisations.ts'
import { createRandom } from './random.ts'
import { roadRows } from './road-rows.ts'
import { layRestrictions } from './restrictions.ts'
import { layRoads } from './roads.ts'
import { divideStreets } from './streets.ts'
import { makeTransfers } from './transfers.ts'
import { soldHome } from './utility-accounts.ts'
import { countersOf } from './counters.ts'
import { writeDigs } from './write-digs.ts'

export interface DemoOptions {
  /** The day of the first start; everything is dated relative to it. */
  today: Day
  seed?: number | string
  /** The calendar as published by today, and the rules of sql/data/rules. */
  calendar: Calendar
  rules: readonly RuleData[]
}

/**
 * The synthetic demo district at Shuangliu's place: the same rows for the same day and seed. Everything in it is invented but the
 * names and codes of the streets and towns.
 */
export function generateDistrict({ today, seed = 1, calendar, rules }: DemoOptions): District {
  const random = createRandom(seed)
  const days = countDays(calendar, '2014-06-01', shiftDay(today, 2000))
  const now = days.number(today)
  const at = days.at(now - 1, 540)
  const ruleOn = createRuleOn(rules, districtCode)
  const division = divideStreets(random.fork('streets'))
  const landscape = drawLandscape()
  const plan = layRoads(random.fork('roads'), division, landscape)
  const cast = castOrganisations(random.fork('cast'), division.streets)
  const yunshan = plan.roads.filter((road) => road.name.zh === '云杉路').flatMap((road) => road.line)
  const parcels = findParcels(random.fork('parcels'), plan, landscape)
  const estates = buildEstates(random.fork('estates'), plan, parcels, yunshan)
  const { rows: network_segment, carried } = layNetworks(random.fork('networks'), cast, plan.roads, estates, at)
  const promises = promisesOn(ruleOn, today)
  const digs = makeDigs(random.fork('digs'), {
    days,
    today: now,
    promises,
    cast,
    runs: findRuns(plan),
    parcels,
    estates,
    yunshan,
    carried,
  })
  const { building, home_unit } = listHomes(random.fork('homes'), estates, builtBy(digs, days.text), at)
  const sold = building.find((house) => house.estate_name === soldHome.estate && house.name === soldHome.building)!
  const clockGround: ClockGround = {
    random: random.fork('rows'),
    days,
    today: now,
    ruleOn,
    calendarVersion: calendar.version,
    knownUntil: calendar.known_until,
  }
  const homes = home_unit.filter((home) => home.building_id !== sold.id)
  const market = { ...clockGround, random: random.fork('transfers'), cast, homes, building }
  const { clock, event, ...transfers } = makeTransfers(market)
  const dug = writeDigs(clockGround, cast, carried, digs)
  const detection = seeChanges({ ...clockGround, random: random.fork('detections'), cast }, digs)
  return {
    today,
    admin_area: areaRows(division),
    basemap_feature: basemapRows(random.fork('basemap'), landscape),
    organisation: cast.organisations,
    person: cast.people,
    responsibility: cast.responsibilities,
    utility_route: cast.routes,
    road_segment: roadRows(random.fork('road rows'), days, now, plan.roads, digs),
    network_segment,
    ...layRestrictions(random.fork('restrictions'), { days, today: now, cast }),
    ...dug,
    clock: [...dug.clock, ...clock],
    event: [...dug.event, ...event],
    detection,
    building,
    home_unit,
    ...transfers,
    reference_counter: countersOf([...dug.dig_project, ...transfers.transfer_case, ...detection]),
  }
}

function builtBy(digs: readonly Dig[], text: (day: number) => string): Map<Estate, BuiltBy> {
  const built = new Map<Estate, BuiltBy>()
  for (const { id, estate, life } of digs) {
    const pass = life.steps.find(({ move }) => move === 'pass')
    if (estate && pass) built.set(estate, { project_id: id, passed_on: text(pass.day) })
  }
  return built
}

function promisesOn(ruleOn: RuleOn, today: Day): Promises {
  const limit = (key: string) => {
    const { promised, statutory } = ruleOn(key, today).value
    return promised ?? statutory!
  }
  return {
    acceptance: limit('permit.acceptance'),
    decision: limit('permit.decision'),
    response: limit('utility.response'),
    pass: limit('works.acceptance'),
    rectification: limit('rectification.low'),
  }
}
