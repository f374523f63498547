import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import sharp from 'sharp'
import { after, delivered } from '../permits/stage.ts'
import { fileDig } from '../projects/dig.ts'
import { world } from '../world.ts'
import { pdf, upload } from './upload.ts'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a0522d' }, limitInputPixels: false })
/** As a phone takes it: 800 × 600, lying on its side, 30°34′13.8″N 103°55′15.6″E at half past nine by a clock without an offset. */
const shot = () =>
  plain(800, 600)
    .jpeg()
    .withExif({
      IFD0: { Model: 'Testphone 9' },
      IFD2: { DateTimeOriginal: '2026:03:01 09:30:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '30/1 34/1 1380/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '103/1 55/1 1560/100',
      },
    })
    .toBuffer()

/** A PNG with one more chunk behind its header. */
function withChunk(picture: Buffer, name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([picture.subarray(0, 33), length, named, sum, picture.subarray(33)])
}

test('a photo is kept as taken, with the place and the time that its camera wrote; what its sender says stands before that', async () => {
  const w = await world()
  const { promoter, id } = await fileDig(w)
  const bytes = await shot()
  const sent = await upload(w, promoter, { bytes, name: 'a.jpg', fields: { subject_id: id } })
  expect(sent.body).toMatchObject({ media_type: 'image/jpeg', taken_at: '2026-03-01T01:30:00.000Z' })
  const [lon, lat] = sent.body.taken_where.coordinates
  expect(lon).toBeCloseTo(103.921, 6)
  expect(lat).toBeCloseTo(30.5705, 6)
  const read = await w.as(promoter).raw(`/api/attachments/${sent.body.id}`)
  expect(Buffer.from(await read.arrayBuffer())).toEqual(bytes)

  const fields = { subject_id: id, taken_at: '2026-03-01T10:00:00+08:00', lon: '103.9', lat: '30.5' }
  const said = await upload(w, promoter, { bytes, name: 'a.jpg', fields })
  expect(said.body).toMatchObject({
    taken_at: '2026-03-01T02:00:00.000Z',
    taken_where: { coordinates: [103.9, 30.5] },
  })
})

test('a broken picture, one of fifty megapixels and one with a bomb for EXIF are refused with the reason, and leave nothing', async () => {
  const w = await world()
  const { promoter, id } = await fileDig(w)
  const code = async (bytes: Uint8Array, name: string) => {
    const answer = await upload(w, promoter, { bytes, name, fields: { subject_id: id } })
    return `${answer.status} ${answer.body.code}`
  }
  const whole = await shot()
  expect(await code(whole.subarray(0, 24), 'a.jpg')).toBe('422 attachments/picture-broken')
  const huge = await plain(7100, 7050).png({ compressionLevel: 9 }).toBuffer()
  expect(await code(huge, 'a.png')).toBe('422 attachments/too-many-pixels')
  const bomb = withChunk(
    await plain(8, 8).png().toBuffer(),
    'eXIf',
    Buffer.concat([Buffer.from('MM\0*\0\0\0\x08'), Buffer.alloc(600_000)]),
  )
  expect(await code(bomb, 'a.png')).toBe('422 attachments/exif-too-large')
  expect((await w.as(promoter).get(`/api/projects/${id}`)).body.documents).toEqual([])
})

test('lists show a small upright picture without a trace of the camera; there is none of a paper, and none for a stranger', async () => {
  const w = await world()
  const { promoter, id } = await fileDig(w)
  const bytes = await sharp(await shot())
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const { body } = await upload(w, promoter, { bytes, name: 'a.jpg', fields: { subject_id: id } })
  const small = await w.as(promoter).raw(`/api/attachments/${body.id}/thumbnail`)
  expect(small.headers.get('content-type')).toBe('image/webp')
  const seen = await sharp(Buffer.from(await small.arrayBuffer())).metadata()
  expect([seen.width, seen.height, seen.exif]).toEqual([240, 320, undefined])
  const etag = small.headers.get('etag')!
  const again = await w
    .as(promoter)
    .raw(`/api/attachments/${body.id}/thumbnail`, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)

  const paper = await upload(w, promoter, { bytes: pdf, name: 'a.pdf', fields: { subject_id: id } })
  expect((await w.as(promoter).get(`/api/attachments/${paper.body.id}/thumbnail`)).body.code).toBe(
    'attachments/no-picture',
  )
  const stranger = w.as(await w.member('promoter', { another: true }))
  expect((await stranger.get(`/api/attachments/${body.id}/thumbnail`)).status).toBe(404)
})

test('the public sees a published photo without place, time and camera; staff see the bytes as they were taken, and no shared cache keeps those', async () => {
  const w = await world()
  const authority = await w.member('authority')
  const { id } = await after(w, delivered)
  const bytes = await shot()
  const fields = { subject_id: id, audience: 'public' }
  const { body } = await upload(w, authority, { bytes, name: 'a.jpg', fields })
  const path = `/api/attachments/${body.id}`
  const shown = await w.as(null).raw(path)
  const picture = Buffer.from(await shown.arrayBuffer())
  expect(shown.headers.get('content-length')).toBe(String(picture.length))
  expect((await sharp(picture).metadata()).exif).toBeUndefined()
  expect(picture.includes('Testphone')).toBe(false)
  const own = await w.as(authority).raw(path)
  expect(Buffer.from(await own.arrayBuffer())).toEqual(bytes)
  expect(own.headers.get('cache-control')).toMatch(/^private/)
  expect(own.headers.get('etag')).not.toBe(shown.headers.get('etag'))
})
