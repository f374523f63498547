import type { ClockGround } from './dig-clocks.ts'
import type { Filed } from './dig-rows.ts'
import { districtCode } from './organisations.ts'
import type { SiteRow } from './dig-tables.ts'
import type { SiteStatus, Stage } from './vocabulary.ts'
import { multiPolygon } from './plane.ts'

interface SiteLife {
  status: SiteStatus
  opened_at: string | null
  backfilled_at: string | null
  restored_at: string | null
}

/** The sites of a dig: they open and close one after the other as the works go on. */
export function siteRows(filed: Filed, ground: ClockGround, stage: Stage): SiteRow[] {
  const { dig, history, holders } = filed
  const { days, random } = ground
  const { sites } = dig.place
  return sites.map((place, i): SiteRow => {
    const life = siteLife(filed, ground, i, stage)
    const reached = [history[0]!.at, life.opened_at, life.backfilled_at, life.restored_at].filter((at) => at !== null)
    const section =
      sites.length > 1
        ? { zh: `${place.road.name.zh}第${i + 1}工段`, en: `${place.road.name.en}, section ${i + 1}` }
        : { zh: dig.name.zh, en: dig.name.en }
    return {
      district_code: districtCode,
      id: random.uuid(),
      promoter_id: holders.project.promoter_id,
      contractor_id: holders.project.contractor_id,
      project_id: dig.id,
      number: i + 1,
      name: section.zh,
      name_en: section.en,
      status: life.status,
      opened_at: life.opened_at,
      backfilled_at: life.backfilled_at,
      restored_at: life.restored_at,
      depth_m: dig.place.depth,
      planned_from: days.text(dig.life.from),
      planned_to: days.text(dig.life.to),
      geom: multiPolygon([place.ring]),
      stage,
      card: 'none',
      version: reached.length,
      updated_at: reached[reached.length - 1]!,
    }
  })
}

function siteLife({ dig }: Filed, { days, today }: ClockGround, i: number, stage: Stage): SiteLife {
  const none: SiteLife = { status: 'not_begun', opened_at: null, backfilled_at: null, restored_at: null }
  const start = dig.life.steps.find(({ move }) => move === 'start' || move === 'start_emergency')
  if (!start) return none
  const complete = dig.life.steps.find(({ move }) => move === 'complete')
  const end = complete?.day ?? dig.life.to
  const count = dig.place.sites.length
  const dayOf = (part: number) => start.day + Math.floor(((end - start.day) * (i + part)) / count)
  const opened = days.at(dayOf(0), i === 0 ? Math.min(1435, start.minute + 4) : 545)
  const backfilled = days.at(dayOf(1), 1050)
  const status = dig.siteStates?.[i] ?? statusOf(stage, [dayOf(0), dayOf(1)], today, i, count)
  if (status === 'not_begun') return none
  if (status === 'open') return { ...none, status, opened_at: earlier(opened, days.at(today - 1, 560)) }
  const filled = {
    ...none,
    status,
    opened_at: opened,
    backfilled_at: complete
      ? earlier(backfilled, days.at(complete.day, complete.minute - 3))
      : earlier(backfilled, days.at(today - 1, 1050)),
  }
  if (status !== 'restored' || !complete) return filled
  return { ...filled, restored_at: days.at(complete.day, complete.minute - 2) }
}

/** Before completion at least one site lies open; what is completed is restored. */
function statusOf(stage: Stage, [opens, fills]: [number, number], today: number, i: number, count: number): SiteStatus {
  if (['completed', 'passed', 'guarantee', 'closed'].includes(stage)) return 'restored'
  if (fills < today && i < count - 1) return 'backfilled'
  return opens < today ? 'open' : 'not_begun'
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
