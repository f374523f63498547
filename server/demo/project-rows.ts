import type { ClockGround } from './dig-clocks.ts'
import type { Filed } from './dig-rows.ts'
import { districtCode } from './organisations.ts'
import { whenMoved } from './dig-history.ts'
import type { ClockRow, ProjectRow } from './dig-tables.ts'
import type { Card, CardOwner } from './vocabulary.ts'
import { multiLine, multiPolygon } from './plane.ts'

/** What the running clocks add up to: red before yellow, and of equals the one due first. */
export interface Carded {
  card: Card
  card_owner: CardOwner | null
}

/** The card of a dig: that of its worst running clock. */
export function foldCard(clocks: readonly ClockRow[]): Carded {
  const carded = clocks.filter((clock) => clock.state === 'running' && clock.card !== 'none')
  const rank = (clock: ClockRow) => (clock.card === 'red' ? 0 : 1)
  const [worst] = carded.sort(
    (a, b) => rank(a) - rank(b) || (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : a.id < b.id ? -1 : 1),
  )
  if (!worst) return { card: 'none', card_owner: null }
  return { card: worst.card, card_owner: worst.owner }
}

/** The dig itself, its stage and card as the fold has them. */
export function projectRow(filed: Filed, ground: ClockGround, carded: Carded): ProjectRow {
  const { dig, history, holders, duty, reference } = filed
  const { days } = ground
  const { place } = dig
  // a permit's expiry under works that were begun moves nothing of the dig itself
  const [first, last] = [history[0]!, history.findLast(({ step }) => step.move !== 'expire')!]
  const started = whenMoved(history, 'start', 'start_emergency')
  const ended = whenMoved(history, 'pass') ?? whenMoved(history, 'complete')
  const lines = place.sites.flatMap(({ line }) => (line ? [line] : []))
  return {
    district_code: districtCode,
    id: dig.id,
    promoter_id: holders.project.promoter_id,
    contractor_id: holders.project.contractor_id,
    reference,
    project_code: projectCode(filed),
    name: dig.name.zh,
    name_en: dig.name.en,
    description: `${dig.name.zh}（演示数据，虚构）`,
    kind: dig.kind,
    status: last.machines.project,
    stage: last.stage,
    card: carded.card,
    card_owner: carded.card_owner,
    promoter_name: dig.promoter.organisation.name_zh,
    contractor_name: dig.contractor?.organisation.name_zh ?? null,
    authority_id: duty.authority.id,
    town_id: duty.town.id,
    admin_code: place.street.code,
    street_name: place.street.name_zh,
    planned_from: days.text(dig.life.from),
    planned_to: days.text(dig.life.to),
    depth_m: place.depth,
    width_m: place.width,
    is_retrospective: dig.kind === 'emergency_repair',
    emergency_cause: dig.cause,
    geom: multiPolygon(place.sites.map(({ ring }) => ring)),
    centre_line: lines.length > 0 ? multiLine(lines) : null,
    begun_on: started && started.slice(0, 10),
    ended_on: ended && ended.slice(0, 10),
    version: versionOf(filed, carded),
    created_at: first.at,
    updated_at: last.at,
  }
}

/** One version for each stage, one more for a yellow card, two for a red one; giving up a plan is a move of its own. */
function versionOf({ history, dig }: Filed, { card }: Carded): number {
  const stages = history.filter(({ stage }, i) => stage !== history[i - 1]?.stage).length
  return stages + { none: 0, yellow: 1, red: 2 }[card] + (dig.stage === 'cancelled' ? 1 : 0)
}

/** 项目代码 of building projects: TTTT-RRRRRR-DD-KK-NNNNNN, in the older form without check digit, so that none is a real one's. */
function projectCode({ dig, history, reference }: Filed): string | null {
  if (dig.kind !== 'building_works') return null
  return `${history[0]!.at.slice(2, 4)}${history[0]!.at.slice(5, 7)}-510116-04-01-${reference.slice(-6)}`
}
