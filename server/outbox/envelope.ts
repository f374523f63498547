import { publicId, type IdPrefix } from '../http/public-id.ts'
import { cloudEvent, type CloudEvent } from './cloud-event.ts'

/** An event as the table has it. */
export interface EventRow {
  id: string
  district_code: number
  type: string
  subject_kind: string
  subject_id: string
  subject_version: number
  at: string
  seq?: number | null
  data: unknown
}

/** Which public id each kind of subject has, and each `…_id` in an event's data. */
const prefixes: Readonly<Record<string, IdPrefix>> = {
  project: 'prj',
  site: 'sit',
  permit: 'per',
  works: 'wrk',
  clock: 'clk',
  inspection: 'ins',
  rectification: 'rec',
  attachment: 'att',
  document: 'doc',
  utility_request: 'req',
  request: 'req',
  transfer: 'trf',
  transfer_case: 'trf',
  case: 'trf',
  transfer_leg: 'leg',
  leg: 'leg',
  building: 'bld',
  home_unit: 'unt',
  unit: 'unt',
  detection: 'det',
  import: 'imp',
  layer: 'lay',
  subscription: 'sub',
  blackout: 'blk',
  hold: 'hld',
  alert: 'alt',
  stop_order: 'sto',
  organisation: 'org',
  utility: 'org',
  promoter: 'org',
  registry: 'org',
  authority: 'org',
  contractor: 'org',
}

/** A row of `event` as the outside reads it, in the feed and in webhooks alike: public ids everywhere, no person. */
export function envelope(row: EventRow): CloudEvent {
  const { district_code } = row
  return cloudEvent({
    ...row,
    id: publicId('evt', district_code, row.id),
    subject: publicIdOf(row.subject_kind, district_code, row.subject_id),
    data: publicIds(district_code, row.data),
  })
}

function publicIdOf(kind: string, district_code: number, id: string): string {
  const prefix = prefixes[kind]
  return prefix && isUuid(id) ? publicId(prefix, district_code, id) : id
}

/** Ids of kinds that have no public id (people among them) stay inside. */
function publicIds(district_code: number, data: unknown): Record<string, unknown> {
  const entries = Object.entries((data ?? {}) as Record<string, unknown>).flatMap(
    ([name, value]): [string, unknown][] => {
      if (!name.endsWith('_id')) return [[name, value]]
      const kind = name.slice(0, -'_id'.length)
      if (typeof value !== 'string' || !isUuid(value)) return [[name, value]]
      return prefixes[kind] ? [[name, publicIdOf(kind, district_code, value)]] : []
    },
  )
  return Object.fromEntries(entries)
}

const isUuid = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
