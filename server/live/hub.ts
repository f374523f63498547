import type { Actor } from '../access/actor.ts'
import type { CommittedEvent } from '../outbox/relay.ts'
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
  import: 'imp',
  subscription: 'sub',
  blackout: 'blk',
  hold: 'hld',
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
    publish(event: CommittedEvent): void {
      const prefix = prefixOf[event.subject_kind]
      const ids = [
        ...(prefix ? [publicId(prefix, event.district_code, event.subject_id)] : []),
        ...(event.project_id ? [publicId('prj', event.district_code, event.project_id)] : []),
        ...(typeof event.data?.case_id === 'string' ? [event.data.case_id as string] : []),
      ]
      if (ids.length === 0) return
      for (const watcher of watchers) if (mayKnow(watcher.actor, event)) watcher.send([...new Set(ids)])
    },
    size: () => watchers.size,
  }
}
export type Hub = ReturnType<typeof createHub>

const staff = new Set(['authority', 'inspector', 'planner', 'auditor', 'admin'])

/** The event policy of sql/policies/event.sql, for what is pushed instead of read. */
export function mayKnow(actor: Actor, event: CommittedEvent): boolean {
  const own =
    actor.organisation_id !== null &&
    [event.organisation_id, event.promoter_id, event.utility_id, event.registry_id].includes(actor.organisation_id)
  if (own) return true
  const here = actor.districts.includes(event.district_code)
  if (actor.role === 'auditor') return here
  if (event.is_personal) return false
  return here && (staff.has(actor.role) || (openKinds.has(event.subject_kind) && event.type !== 'project.registered'))
}
