import { post } from '../api.ts'
import type { Geometry } from '../map/geojson.ts'

export type Source = string | { column: string; factor?: number } | { value: string | number | boolean }
/** Our field → column of the file, or one value for all rows. */
export type Mapping = Record<string, Source>
export type Said = {
  code: string
  message_zh: string
  message_en: string
  row?: number | null
  pointer?: string | null
}
export type Column = { name: string; type: string; sample: unknown }
export type Summary = {
  format: string
  layer: string
  source_crs: string | null
  source_crs_name: string | null
  encoding: string | null
  columns: Column[]
  count: number | null
  bbox: [number, number, number, number] | null
  notes: Said[]
}
export type ChoiceField = 'crs' | 'encoding' | 'layer' | 'mapping'
export type Choice = {
  field: ChoiceField
  options: { value: string; lands_at?: [number, number]; text?: string; count?: number | null }[]
}
export type Row = { row: number; properties: Record<string, unknown>; geometry: Geometry }
export type Preview = {
  summary: Summary | null
  features: Row[]
  errors: Said[]
  choices: Choice[]
  refusal: Said | null
  suggested_mapping: Mapping
  remembered_mapping: Mapping | null
}
export type Field = {
  name: string
  type: 'text' | 'number' | 'integer' | 'date' | 'enum'
  title_zh: string
  title_en: string
  required: boolean
  values: { value: string; title_zh: string; title_en: string }[] | null
}
export type Target = { name: string; title_zh: string; title_en: string; fields: Field[] }
export type Status = 'queued' | 'running' | 'succeeded' | 'succeeded_with_notes' | 'failed'
export type Listed = {
  id: string
  target: string
  layer: string | null
  file_name: string
  status: Status
  progress: number
  total: number | null
  read: number
  written: number
  rejected: number
  created_at: string
}
export type Report = Listed & { notes: Said[]; errors: Said[] }

/** What the sender has chosen so far. */
export type Chosen = {
  target: string
  crs: string
  encoding: string
  source_layer: string
  layer: string
  mode: 'all_or_nothing' | 'partial'
}
export const nothingChosen: Chosen = {
  target: '',
  crs: '',
  encoding: '',
  source_layer: '',
  layer: '',
  mode: 'all_or_nothing',
}
export const isOver = (status: Status) => status !== 'queued' && status !== 'running'

/** Only which columns hold the geometry: all of a mapping that the preview needs. */
export const geometryOf = (mapping: Mapping): Mapping =>
  Object.fromEntries(Object.entries(mapping).filter(([key]) => key === 'x' || key === 'y' || key === 'wkt'))

export const lookInto = (file: File, chosen: Chosen, mapping: Mapping): Promise<Preview> => {
  const { target, crs, encoding, source_layer } = chosen
  return post<Preview>('/api/imports/preview', formOf(file, { target, crs, encoding, source_layer }, mapping))
}

export const sendImport = (file: File, chosen: Chosen, mapping: Mapping): Promise<Report> =>
  post<Report>('/api/imports', formOf(file, chosen, mapping))

function formOf(file: File, fields: Partial<Chosen>, mapping: Mapping): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) if (value) form.set(name, value)
  if (Object.keys(mapping).length > 0) form.set('mapping', JSON.stringify(mapping))
  form.set('file', file)
  return form
}
