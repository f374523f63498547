import type { Geometry } from '../geometry/geojson.ts'

/** What a paper says, frozen with its move: everything but the link of its code, which names the server that printed it. */
export interface Content {
  title: string
  issuer: string
  is_demo: boolean
  number: string
  addressee: string
  body: string[]
  items: string[]
  facts: [string, string][]
  conditions: { heading: string; items: string[] } | null
  after: string[]
  appeal: string | null
  map: MapContent | null
  /** The day of the move, in Chinese. */
  issued_on: string
  /** The instant of the move: the paper's own date, also as a file. */
  issued_at: string
  /** Of a later version: which it replaces, and why. */
  replaces: string | null
}

export interface MapContent {
  heading: string
  dig: Geometry
  sites: { number: number; name: string; geometry: Geometry }[]
  roads: { name: string | null; width_m: number; geometry: Geometry }[]
}
