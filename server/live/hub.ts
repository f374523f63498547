import type { Actor } from '../access/actor.ts'
import type { NumberedEvent } from '../audit/sequence.ts'
import { publicId, type IdPrefix } from '../http/public-id.ts'

export interface Watcher {
  actor: Actor
  send(ids: string[]): void
}

const prefixOf: Record<string, IdPrefix> = {
  project: 'prj',
  permit: 'per',
  works: 'wrk',
  site: 'sit',
  clock: 'clk',
  inspection: 'ins',
  rectification: 'rec',
  utility_request: 'req',
  request: 'req',
  transfer: 'trf',
  transfer_case: 'trf',
  transfer_leg: 'leg',
  leg: 'leg',
  building: 'bld',
  detection: 'det',
  petition: 'ptn',
  import: 'imp',
  subscription: 'sub',
  blackout: 'blk',
  hold: 'hld',
  alert: 'alt',
  stop_order: 'sto',
}
/** Stages of a dig that the public may know of are decided in SQL; here an id alone is told, and the reader reads again under row security. */
const openKinds = new Set(['project', 'works', 'site'])

/** Tells open pages which ids changed, each only what it may know of; ids, never content. */
export function createHub() {
  const watchers = new Set<Watcher>()
  return {
    watch(watcher: Watcher): () => void {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    /** What happened together is told together, so that a page reads again once. */
    publish(events: readonly NumberedEvent[]): void {
      for (const watcher of watchers) {
        const ids = new Set(events.filter((event) => mayKnow(watcher.actor, event)).flatMap(idsOf))
        if (ids.size > 0) watcher.send([...ids])
      }
    },
    size: () => watchers.size,
  }
}
export type Hub = ReturnType<typeof createHub>

function idsOf({ district_code, subject_kind, subject_id, project_id, data }: NumberedEvent): string[] {
  const prefix = prefixOf[subject_kind]
  return [
    ...(prefix ? [publicId(prefix, district_code, subject_id)] : []),
    ...(project_id ? [publicId('prj', district_code, project_id)] : []),
    ...(typeof data?.case_id === 'string' ? [data.case_id] : []),
  ]
}

const staff = new Set(['authority', 'inspector', 'planner', 'auditor', 'admin'])

/** The event policy of sql/policies/event.sql, for what is pushed instead of read. */
export function mayKnow(actor: Actor, event: NumberedEvent): boolean {
  const own =
    actor.organisation_id !== null &&
    [event.organisation_id, event.promoter_id, event.utility_id, event.registry_id].includes(actor.organisation_id)
  if (own) return true
  const here = actor.districts.includes(event.district_code)
  if (actor.role === 'auditor') return here
  if (event.is_personal) return false
  return here && (staff.has(actor.role) || (openKinds.has(event.subject_kind) && event.type !== 'project.registered'))
}
