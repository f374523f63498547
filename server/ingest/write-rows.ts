import { randomUUID } from 'node:crypto'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { type Fault, fault, IngestError } from './failure.ts'
import type { Column } from './formats/format.ts'
import type { ReadImport } from './read-import.ts'
import type { ClaimedImport } from './run-imports.ts'
import type { TargetName } from './targets.ts'

type Writer = (ctx: Context, job: ClaimedImport, done: ReadImport, count: number) => Promise<Fault[]>

const writers: Readonly<Record<TargetName, Writer>> = {
  projects: writeProjects,
  roads: async (ctx, job) => {
    await ctx.tx.run('ingest/write_roads', { ...keyOf(job), now: ctx.now.toISOString() })
    return []
  },
  networks: async (ctx, job) => {
    const { organisation_id } = job
    await ctx.tx.run('ingest/write_networks', { ...keyOf(job), organisation_id, now: ctx.now.toISOString() })
    return []
  },
  units: async (ctx, job) => {
    await ctx.tx.run('ingest/write_units', { ...keyOf(job), now: ctx.now.toISOString() })
    return []
  },
  detections: writeDetections,
  layer: writeLayer,
}

/** Moves the staged rows to their target in few statements; answers notes. */
export const writeRows: Writer = (ctx, job, done, count) => writers[job.target as TargetName](ctx, job, done, count)

const keyOf = ({ district_code, id }: ClaimedImport) => ({ district_code, import_id: id })

async function writeProjects(ctx: Context, job: ClaimedImport, _done: ReadImport, count: number): Promise<Fault[]> {
  const { district_code } = job
  const { actor } = ctx
  const authority = await ctx.tx.one('projects/find_authority', { district_code })
  if (!authority) throw new IngestError('imports/no-authority')
  const { year, before } = await numbers(ctx, district_code, 'DP', count)
  const now = ctx.now.toISOString()
  const recorded_at = ctx.wall.toISOString()
  await ctx.tx.run('ingest/write_projects', {
    ...keyOf(job),
    organisation_id: job.organisation_id,
    organisation_name: actor.organisation_name,
    is_promoter: actor.role === 'promoter',
    authority_id: authority.id,
    year,
    before,
    now,
    recorded_at,
  })
  await ctx.tx.run('ingest/emit_projects', {
    ...keyOf(job),
    at: now,
    recorded_at,
    actor_id: actor.id,
    actor_name: actor.name,
    actor_role: actor.role,
    organisation_id: actor.organisation_id,
    organisation_name: actor.organisation_name,
  })
  return []
}

async function writeDetections(ctx: Context, job: ClaimedImport, _done: ReadImport, count: number): Promise<Fault[]> {
  const series = await numbers(ctx, job.district_code, 'DT', count)
  await ctx.tx.run('ingest/write_detections', { ...keyOf(job), ...series, now: ctx.now.toISOString() })
  return []
}

/** A block of numbers of a series: those after `before`. */
async function numbers(ctx: Context, district_code: number, series: string, count: number) {
  const year = Number(shanghaiDay(ctx.now).slice(0, 4))
  const taken = await ctx.tx.one('projects/take_reference', { district_code, series, year, count })
  return { year, before: taken!.last_number - count }
}

/** A layer of the same name and organisation is replaced; another organisation's name is refused. */
async function writeLayer(ctx: Context, job: ClaimedImport, { summary }: ReadImport): Promise<Fault[]> {
  const { district_code, organisation_id, id: import_id, layer_audience: audience } = job
  const name = job.layer_name!
  const former = await ctx.tx.one('ingest/find_layer_name', { district_code, name })
  if (former && former.organisation_id !== organisation_id)
    throw new IngestError('imports/layer-name-taken', { name }, '/layer')
  const types = Object.keys(summary.geometry_types)
  const layer = await ctx.tx.one('ingest/write_layer', {
    district_code,
    id: randomUUID(),
    name,
    title: summary.layer || name,
    audience,
    organisation_id,
    geometry_type: types.length === 1 ? types[0]! : 'Geometry',
    source: job.file_name,
    import_id,
    now: ctx.now.toISOString(),
  })
  if (!layer) throw new IngestError('imports/layer-name-taken', { name }, '/layer')
  const key = { district_code, layer_id: layer.id }
  await ctx.tx.run('ingest/delete_layer_features', key)
  await ctx.tx.run('ingest/delete_layer_columns', key)
  await ctx.tx.run('ingest/insert_layer_columns', { ...key, columns: JSON.stringify(summary.columns.map(declared)) })
  await ctx.tx.run('ingest/write_layer_features', { ...key, import_id, audience })
  return former ? [fault('imports/note-layer-replaced', { name })] : []
}

/** The reader's words for types in those of a layer's columns. */
const declared = ({ name, type }: Column, position: number) => ({ name, type: types[type] ?? 'text', position })
const types: Readonly<Record<string, string>> = {
  Integer: 'integer',
  Integer64: 'integer',
  Real: 'number',
  Number: 'number',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
}
