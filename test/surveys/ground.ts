import { roundPosition } from '../../server/geometry/disturbance.ts'
import type { Position } from '../../server/geometry/geojson.ts'
import { planeAt } from '../../server/geometry/local-metres.ts'
import { pdf, upload } from '../attachments/upload.ts'
import { after, delivered, ok } from '../permits/stage.ts'
import type { World } from '../world.ts'

export const middle: Position = [103.92, 30.57]

/** A ring of corners in metres from the middle, as a polygon in degrees. */
export function polygonOf(corners: readonly Position[]) {
  const { toMetres, toDegrees } = planeAt(middle[0])
  const [x, y] = toMetres(middle)
  const ring = [...corners, corners[0]!].map(([dx, dy]) => roundPosition(toDegrees([x + dx, y + dy])))
  return { type: 'Polygon', coordinates: [ring] }
}

/** A rectangle with its south-west corner so many metres from the middle. */
export const rectangle = (width: number, height: number, east = 0, north = 0) =>
  polygonOf([
    [east, north],
    [east + width, north],
    [east + width, north + height],
    [east, north + height],
  ])

/** A dig of 20 m by 5 m that has begun, its one site open. */
export async function opened(w: World, geometry: object = rectangle(20, 5), kind = 'pipeline_works') {
  const scene = await after(w, delivered, { kind, geometry, width_m: undefined, planned_from: '2026-03-02' })
  const { promoter, id } = scene
  const { sites } = (await promoter.get(`/api/projects/${id}`)).body as { sites: { id: string }[] }
  ok(await promoter.post(`/api/projects/${id}/start`))
  const site = sites[0]!.id
  ok(await promoter.post(`/api/sites/${site}/open`))
  return { ...scene, site }
}
export type Opened = Awaited<ReturnType<typeof opened>>

/** The promoter hands in a survey of the site, with its file. */
export async function survey(scene: Opened, over: object = {}, headers: Record<string, string> = {}) {
  const { w, site, promoter } = scene
  const file = await upload(w, await w.member('promoter'), {
    bytes: pdf,
    name: 'cljg.pdf',
    fields: { subject_id: site },
  })
  const body = { geometry: rectangle(20, 5), depth_m: 1.8, evidence: [file.body.id], ...over }
  return promoter.post(`/api/sites/${site}/survey`, body, headers)
}
