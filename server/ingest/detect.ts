import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Member, unpack } from './archive.ts'
import { IngestError } from './failure.ts'
import { formats } from './formats/index.ts'
import type { Format } from './formats/format.ts'
import { looksLikeJson } from './json.ts'
import type { Limits } from './options.ts'
import { layerName, type Source, sourceOf } from './source.ts'

interface Known {
  found: string
  test: (source: Source) => boolean
  hint_zh?: string
  hint_en?: string
}

const starts = (source: Source, ...bytes: number[]) => bytes.every((byte, at) => source.head[at] === byte)
const reads = (source: Source, text: string) => source.head.subarray(0, text.length).toString('latin1') === text

/** What people send by mistake, and what they should send instead. */
const otherFiles: Known[] = [
  {
    found: 'DWG',
    test: (source) => reads(source, 'AC10'),
    hint_zh: '请在 CAD 中另存为 DXF。',
    hint_en: 'Save it as DXF in the CAD program.',
  },
  {
    found: 'binary DXF',
    test: (source) => reads(source, 'AutoCAD Binary DXF'),
    hint_zh: '请另存为文本 DXF。',
    hint_en: 'Save it as text DXF.',
  },
  {
    found: 'RAR / 7z / gzip',
    test: (source) => reads(source, 'Rar!') || starts(source, 0x37, 0x7a, 0xbc, 0xaf) || starts(source, 0x1f, 0x8b),
    hint_zh: '请改用 zip 打包。',
    hint_en: 'Use a zip.',
  },
  { found: 'JSON', test: looksLikeJson },
  { found: 'PDF', test: (source) => reads(source, '%PDF') },
  { found: 'PNG / JPEG', test: (source) => starts(source, 0x89, 0x50, 0x4e, 0x47) || starts(source, 0xff, 0xd8, 0xff) },
  { found: 'SQLite', test: (source) => reads(source, 'SQLite format 3\0') },
  {
    found: 'Excel 97',
    test: (source) => starts(source, 0xd0, 0xcf, 0x11, 0xe0),
    hint_zh: '请另存为 CSV。',
    hint_en: 'Save it as CSV.',
  },
]

/** Finds out by content what a file is. Archives are unpacked into `folder` first. What it is not, it says. */
export async function detect(
  source: Source,
  layer: string | undefined,
  folder: string,
  limits: Limits,
): Promise<{ format: Format; source: Source }> {
  if (source.bytes === 0) throw new IngestError('imports/not-a-geofile', { found: '0 bytes' })
  if (reads(source, 'PK\x03\x04') || reads(source, 'PK\x05\x06')) return detectInArchive(source, layer, folder, limits)
  refusePiece(source)
  for (const format of formats) if (await format.recognises(source)) return { format, source }
  const other = otherFiles.find(({ test }) => test(source))
  throw new IngestError(
    'imports/not-a-geofile',
    other ? { found: other.found, hint_zh: other.hint_zh, hint_en: other.hint_en } : {},
  )
}

/** A Shapefile is several files: one of them alone is not enough. */
function refusePiece(source: Source): void {
  if (starts(source, 0, 0, 0x27, 0x0a))
    throw new IngestError('imports/incomplete-shapefile', {
      missing: ['.shp', '.shx', '.dbf', '.prj'].filter((part) => part !== source.extension),
    })
  if (source.extension === '.dbf') throw new IngestError('imports/no-geometry')
}

async function detectInArchive(
  source: Source,
  layer: string | undefined,
  parent: string,
  limits: Limits,
): Promise<{ format: Format; source: Source }> {
  const folder = join(parent, 'archive')
  await mkdir(folder)
  const members = await unpack(source.path, source.bytes, folder, limits)
  const chosen = choose(datasetsIn(members), layer, members)
  const inner = await sourceOf(chosen.path, chosen.name)
  if (inner.extension !== '.shp') return detect(inner, undefined, folder, limits)
  const format = formats.find(({ name }) => name === 'shapefile')!
  return { format, source: inner }
}

const sidecars = new Set(['.shx', '.dbf', '.prj', '.cpg'])

function datasetsIn(members: Member[]): Member[] {
  const shapes = members.filter(({ extension }) => extension === '.shp')
  if (shapes.length > 0) return shapes
  return members.filter(({ extension }) => !sidecars.has(extension))
}

function choose(datasets: Member[], layer: string | undefined, members: Member[]): Member {
  if (datasets.length === 0) {
    if (members.some(({ extension }) => extension === '.dbf')) throw new IngestError('imports/no-geometry')
    throw new IngestError('imports/not-a-geofile', { found: 'zip' })
  }
  const layers = datasets.map(({ name }) => layerName(name))
  if (layer !== undefined && datasets.length > 1) {
    const named = datasets[layers.indexOf(layer)]
    if (!named) throw new IngestError('imports/layer-unknown', { layer, layers }, '/layer')
    return named
  }
  if (datasets.length > 1) throw new IngestError('imports/several-layers', { layers }, '/layer')
  return datasets[0]!
}
