import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Api, InferResponseType } from '../api.ts'
import type { Geometry } from '../map/geojson.ts'
import type { Standing } from '../map/standing.ts'
import type { Finding, Outcome } from '../inspections/inspection.ts'
import { sealKey, seal, unseal, type Sealed } from './seal.ts'

export type Pack = InferResponseType<Api['fieldPack']['pack']['$get'], 200>
export type Dig = Pack['digs'][number]
/** What was taken along, with what it needs beside it, and how far the device's clock is from the business clock. */
export type Taken = { pack: Pack; findings: Finding[]; ahead_ms: number }

/** One visit as it is being written on the spot. */
export type Draft = {
  project_id: string
  site_id: string | null
  follows: string | undefined
  known_visits: number
  started_at: string | undefined
  outcome: Outcome | undefined
  findings: Record<string, string>
  note: string
  promoter_told: boolean | undefined
  made_safe: boolean | undefined
  standing: Standing | undefined
  sketch: Geometry | undefined
  category: string
}
export type Photo = { id: string; name: string; file: Blob; standing: Standing | undefined; taken_at: string }

/** draft: being written. waiting: to be sent. conflict: a colleague was there since. refused: the server said no. sent: written down. */
export type State = 'draft' | 'waiting' | 'conflict' | 'refused' | 'sent'
export type Refusal = {
  code: string | undefined
  detail: string | undefined
  facts?: Record<string, unknown>
  fields: string[]
}
export type Kept = {
  id: string
  holder_id: string
  title: string
  title_en: string | null
  reference: string
  state: State
  inspected_at: string | undefined
  photos: number
  refusal?: Refusal | undefined
  /** the server's name for it, once it is written down */
  sent?: { id: string; reference: string } | undefined
}
type Row = Kept & { sealed: Sealed | null }
type PhotoRow = {
  id: string
  visit_id: string
  sealed: Sealed
  name: string
  type: string
  sent_id?: string | undefined
}

interface Shelf extends DBSchema {
  taken: { key: 'day'; value: Taken }
  visits: { key: string; value: Row }
  photos: { key: string; value: PhotoRow; indexes: { visit: string } }
  keys: { key: 'own'; value: CryptoKey }
}

let shelf: Promise<IDBPDatabase<Shelf>> | undefined
const open = () =>
  (shelf ??= openDB<Shelf>('dongtu-field', 1, {
    upgrade: (db) => {
      db.createObjectStore('taken')
      db.createObjectStore('visits', { keyPath: 'id' })
      db.createObjectStore('photos', { keyPath: 'id' }).createIndex('visit', 'visit_id')
      db.createObjectStore('keys')
    },
  }))

export const readTaken = async (): Promise<Taken | undefined> => (await open()).get('taken', 'day')
export const keepTaken = async (taken: Taken): Promise<unknown> => (await open()).put('taken', taken, 'day')

/** The visits on this device, without what is in them: the latest first. */
export async function listKept(): Promise<Kept[]> {
  const rows = await (await open()).getAll('visits')
  return rows
    .map(({ sealed: _s, ...kept }) => kept)
    .toSorted((a, b) => (b.inspected_at ?? '~').localeCompare(a.inspected_at ?? '~'))
}

/** What a visit says, opened again; undefined once it was sent. */
export async function readDraft(id: string): Promise<Draft | undefined> {
  const db = await open()
  const row = await db.get('visits', id)
  return row?.sealed ? JSON.parse(new TextDecoder().decode(await unseal(await keyOf(db), row.sealed))) : undefined
}

let last: Promise<unknown> = Promise.resolve()
/** One write after the other: sealing takes its time, and what was said first must not come to lie over what was said after it. */
function inTurn<Result>(write: () => Promise<Result>): Promise<Result> {
  const done = last.then(write)
  last = done.catch(() => undefined)
  return done
}

/** Keeps a visit as it stands, sealed: what is lost with the page is a keystroke. */
export const keepDraft = (kept: Kept, draft: Draft): Promise<void> =>
  inTurn(async () => {
    const db = await open()
    const sealed = await seal(await keyOf(db), new TextEncoder().encode(JSON.stringify(draft)))
    const row = await db.get('visits', kept.id)
    await db.put('visits', { ...kept, photos: row?.photos ?? kept.photos, sealed })
  })

/** Changes where a visit stands, not what it says. */
export const moveKept = (id: string, change: Partial<Row>): Promise<void> =>
  inTurn(async () => {
    const db = await open()
    const row = await db.get('visits', id)
    if (row) await db.put('visits', { ...row, ...change })
  })

/** A visit that was written down: what it said and its photos go from the device, that it was sent stays for the day. */
export async function forgetContent(id: string, sent: Kept['sent']): Promise<void> {
  await dropPhotos(id)
  await moveKept(id, { state: 'sent', sent, refusal: undefined, sealed: null })
}

/** Throws a visit away with its photos. */
export const drop = async (id: string): Promise<void> => {
  await dropPhotos(id)
  await inTurn(async () => (await open()).delete('visits', id))
}

async function dropPhotos(visit_id: string): Promise<void> {
  const db = await open()
  for (const key of await db.getAllKeysFromIndex('photos', 'visit', visit_id)) await db.delete('photos', key)
}

export async function addPhoto(visit_id: string, { file, ...photo }: Photo): Promise<void> {
  const db = await open()
  const head = new TextEncoder().encode(`${JSON.stringify({ standing: photo.standing, taken_at: photo.taken_at })}\n`)
  const sealed = await seal(await keyOf(db), new Uint8Array(await new Blob([head, file]).arrayBuffer()))
  await db.put('photos', { id: photo.id, visit_id, name: photo.name, type: file.type, sealed })
}

/** The photos of a visit, opened one by one; those that were sent already carry the server's name for them. */
export async function* readPhotos(visit_id: string): AsyncGenerator<Photo & { sent_id: string | undefined }> {
  const db = await open()
  for (const key of await db.getAllKeysFromIndex('photos', 'visit', visit_id)) {
    const row = await db.get('photos', key)
    if (!row) continue
    const bytes = await unseal(await keyOf(db), row.sealed)
    const end = bytes.indexOf(10)
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Pick<Photo, 'standing' | 'taken_at'>
    const file = new Blob([bytes.subarray(end + 1) as BlobPart], { type: row.type })
    yield { id: row.id, name: row.name, file, ...head, sent_id: row.sent_id }
  }
}

export async function notePhotoSent(id: string, sent_id: string): Promise<void> {
  const db = await open()
  const row = await db.get('photos', id)
  if (row) await db.put('photos', { ...row, sent_id })
}
export const dropPhoto = async (id: string): Promise<void> => (await open()).delete('photos', id)

/** The day goes from the device (signing out): what was not sent yet stays, sealed, for who wrote it. */
export async function forgetDay(): Promise<void> {
  // where the page is not trusted with a cache (plain HTTP), nothing was taken along
  if (!('caches' in globalThis)) return
  const db = await open()
  await db.delete('taken', 'day')
  for (const { id, state } of await db.getAll('visits')) if (state === 'sent') await db.delete('visits', id)
  await caches.delete(mapCache)
}
/** Where the service worker finds the map that was taken along. */
export const mapCache = 'dongtu-field-map'

/** The device's own key, made once: of two pages that make one at the same time, the first stays. */
async function keyOf(db: IDBPDatabase<Shelf>): Promise<CryptoKey> {
  const own = await db.get('keys', 'own')
  if (own) return own
  const made = await sealKey()
  const { store, done } = db.transaction('keys', 'readwrite')
  const first = await store.get('own')
  if (!first) await store.put(made, 'own')
  await done
  return first ?? made
}
