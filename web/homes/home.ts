import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { get } from '../api.ts'
import type { Geometry } from '../map/geojson.ts'
import type { Event } from '../projects/events.ts'
import type { NearDig } from '../transfers/transfer.ts'

export type Origin = {
  id: string
  reference: string
  name: string
  name_en: string | null
  stage: string
  promoter_name: string
  begun_on: string | null
  ended_on: string | null
  planned_from: string
  planned_to: string
}
/** Most homes are older than the platform: then there is no origin, which is no fault. */
export type WithOrigin = { origin: Origin | null; no_dig_on_record: boolean }

export type UnitRow = {
  id: string
  unit_code: string
  entrance: string
  floor: number
  room: string
  label: string
  area_m2: number | null
}
export type BuildingFacts = {
  id: string
  estate_name: string
  name: string
  name_en: string | null
  street_name: string | null
  floors: number | null
  completed_on: string | null
  unit_count: number
  geometry: Geometry
}
export type GridUnit = UnitRow & { open_transfer: { id: string; status: string } | null }
export type Building = BuildingFacts & WithOrigin & { entrances: string[]; units: GridUnit[]; digs: NearDig[] }
export type Sale = {
  id: string
  reference: string
  status: string | null
  opened_at: string | null
  entered_at: string | null
  finished_at: string | null
  legs: { kind: string; status: string; updated_at: string }[]
}
export type Unit = UnitRow & WithOrigin & { building: BuildingFacts; digs: NearDig[]; transfers: Sale[] }

/** A building with its homes, by its public id. */
export function useBuilding(id: string): UseQueryResult<Building> {
  return useQuery({
    queryKey: ['homes', id, 'list'],
    queryFn: ({ signal }) => get<Building>(`/api/homes/buildings/${id}`, undefined, signal),
  })
}

/** A home, by its public id. */
export function useUnit(id: string): UseQueryResult<Unit> {
  return useQuery({
    queryKey: ['homes', id, 'list'],
    queryFn: ({ signal }) => get<Unit>(`/api/homes/units/${id}`, undefined, signal),
  })
}

/** What happened to the sales of a home, as far as the caller has a part in it; oldest first. */
export function useUnitHistory(id: string): UseQueryResult<Event[]> {
  return useQuery({
    queryKey: ['homes', id, 'history', 'list'],
    queryFn: async ({ signal }) =>
      (await get<{ events: Event[] }>(`/api/homes/units/${id}/history`, undefined, signal)).events,
  })
}

/** 不动产单元代码 in its groups of GB/T 37346: division, zone, sub-zone, parcel, thing on it. */
export function groupedCode(code: string): string {
  return code.length === 28 ? [6, 12, 19, 28].map((end, i) => code.slice([0, 6, 12, 19][i], end)).join(' ') : code
}
