import type { Actor } from '../access/actor.ts'
import { detectionFields, networkFields, roadFields, unitFields } from './ground-fields.ts'
import { projectFields } from './project-fields.ts'
import type { TargetField } from './target-field.ts'

export const targetNames = ['projects', 'units', 'detections', 'networks', 'roads', 'layer'] as const
export type TargetName = (typeof targetNames)[number]

export interface Target {
  title_zh: string
  title_en: string
  geometry: readonly string[]
  /** Empty for a layer: it takes the file's own columns. */
  fields: readonly TargetField[]
}

const lines = ['LineString', 'MultiLineString']
const areas = ['Polygon', 'MultiPolygon']
const points = ['Point', 'MultiPoint']

/** What can be imported, with the fields each takes and needs. */
export const targets: Readonly<Record<TargetName, Target>> = {
  projects: {
    title_zh: '动土项目',
    title_en: 'Dig projects',
    geometry: [...points, ...lines, ...areas],
    fields: projectFields,
  },
  units: { title_zh: '房屋', title_en: 'Homes', geometry: ['Point'], fields: unitFields },
  detections: { title_zh: '变化图斑', title_en: 'Detections', geometry: areas, fields: detectionFields },
  networks: {
    title_zh: '地下管线',
    title_en: 'Networks',
    geometry: [...points, ...lines, ...areas],
    fields: networkFields,
  },
  roads: { title_zh: '道路', title_en: 'Roads', geometry: lines, fields: roadFields },
  layer: {
    title_zh: '参考图层',
    title_en: 'Reference layer',
    geometry: [...points, ...lines, ...areas, 'GeometryCollection'],
    fields: [],
  },
}

/** Which targets somebody of this role may import into: promoters their digs, utilities their networks, planning and the authority all. */
export function targetsOf({ role }: Pick<Actor, 'role'>): readonly TargetName[] {
  if (role === 'planner' || role === 'admin' || role === 'authority') return targetNames
  if (role === 'promoter') return ['projects']
  if (role === 'utility') return ['networks', 'layer']
  if (role === 'registry') return ['units']
  return []
}
