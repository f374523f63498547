import type { ClockGround } from './dig-clocks.ts'
import type { Filed } from './dig-rows.ts'
import { approvalsOf } from './approvals.ts'
import { consentOf } from './consents.ts'
import { fileDigs, moveEvents, permitRow, worksRow } from './dig-rows.ts'
import type { Dig } from './digs.ts'
import type { District } from './district.ts'
import { caseOf } from './emergency-cases.ts'
import { handoverOf } from './handovers.ts'
import { inspect } from './inspections.ts'
import type { Carried } from './networks.ts'
import type { Cast } from './organisations.ts'
import { foldCard, projectRow } from './project-rows.ts'
import { askUtilities } from './requests.ts'
import { siteRows } from './site-rows.ts'

type DigTables = Pick<
  District,
  | 'dig_project'
  | 'site'
  | 'permit'
  | 'approval_item'
  | 'permit_consent'
  | 'handover'
  | 'emergency_case'
  | 'works'
  | 'clock'
  | 'utility_request'
  | 'inspection'
  | 'rectification'
  | 'event'
>

/** The rows of every dig, with stage and card folded from its machines and clocks. */
export function writeDigs(ground: ClockGround, cast: Cast, carried: Carried, digs: readonly Dig[]): DigTables {
  const tables: DigTables = {
    dig_project: [],
    site: [],
    permit: [],
    approval_item: [],
    permit_consent: [],
    handover: [],
    emergency_case: [],
    works: [],
    clock: [],
    utility_request: [],
    inspection: [],
    rectification: [],
    event: [],
  }
  for (const filed of fileDigs(ground, cast, digs)) writeDig(tables, ground, cast, carried, filed)
  return tables
}

function writeDig(tables: DigTables, ground: ClockGround, cast: Cast, carried: Carried, filed: Filed): void {
  const approvals = approvalsOf(ground, cast, filed)
  const consent = consentOf(ground, cast, filed)
  const handover = handoverOf(ground, filed)
  const late = caseOf(ground, filed)
  tables.utility_request.push(...askUtilities(ground, cast, carried, filed))
  const { stage } = filed.history[filed.history.length - 1]!
  const sites = siteRows(filed, ground, stage)
  const visits = inspect(ground, cast, filed, sites)
  const carded = foldCard(filed.clocks)
  for (const site of sites) site.card = carded.card
  tables.dig_project.push(projectRow(filed, ground, carded))
  tables.site.push(...sites)
  const permit = permitRow(filed, ground.days)
  if (permit) tables.permit.push(permit)
  tables.works.push(worksRow(filed, ground.days))
  tables.clock.push(...filed.clocks)
  tables.inspection.push(...visits.inspection)
  tables.rectification.push(...visits.rectification)
  tables.approval_item.push(...approvals.rows)
  if (consent) tables.permit_consent.push(consent.row)
  if (handover) tables.handover.push(handover.row)
  if (late) tables.emergency_case.push(late.row)
  const besides = [approvals, consent, handover, late].flatMap((part) => part?.events ?? [])
  tables.event.push(...moveEvents(filed, ground), ...besides)
}
