import readExif from 'exif-reader'
import type { Readable } from 'node:stream'
import sharp, { type Sharp } from 'sharp'
import { Problem } from '../http/problem.ts'

// One core for a picture, and nothing decoded is kept.
sharp.concurrency(1)
sharp.cache(false)

/** A camera's picture has at most so many pixels: decoding one takes four bytes a pixel. */
const most_pixels = 49_000_000
/** A camera writes some kilobytes of EXIF with a preview of 64; what is far beyond is no camera's. */
const most_exif_bytes = 512 * 1024
const thumbnail_px = 320
const decoded = { limitInputPixels: most_pixels, failOn: 'error' } as const

/** What browsers show and sharp reads. HEIC is kept as it is: its pictures are patented, and few can read them. */
export const isPicture = (media_type: string): boolean => ['image/jpeg', 'image/png', 'image/webp'].includes(media_type)

/** What the camera wrote into a picture: when (an instant) and where (lon,lat in WGS 84), each only where it says so. */
export interface Shot {
  taken_at?: string
  lon?: number
  lat?: number
}

/** Looks at a picture before it is kept: refused with its reason when it is broken, has too many pixels or EXIF that no camera writes; else what its camera says. */
export async function examinePicture(path: string): Promise<Shot> {
  const seen = await sharp(path, { ...decoded, limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!seen?.width || !seen.height) throw new Problem(422, 'attachments/picture-broken')
  const pixels = seen.width * seen.height * (seen.pages ?? 1)
  if (pixels > most_pixels) throw new Problem(422, 'attachments/too-many-pixels', { pixels, most: most_pixels })
  if ((seen.exif?.length ?? 0) > most_exif_bytes)
    throw new Problem(422, 'attachments/exif-too-large', { bytes: seen.exif!.length, most: most_exif_bytes })
  return seen.exif ? shotOf(seen.exif) : {}
}

/** A small picture for lists, upright, without anything the camera wrote into it. */
export function thumbnailOf(bytes: Readable): Promise<Buffer> {
  const shrink = sharp(decoded)
    .rotate()
    .resize(thumbnail_px, thumbnail_px, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 70 })
  return made(bytes, shrink)
}

/** The same picture, upright, without anything the camera wrote into it: what people who are not of the dig may see. */
export function withoutTraces(bytes: Readable, media_type: string): Promise<Buffer> {
  const format = media_type.slice('image/'.length) as 'jpeg' | 'png' | 'webp'
  return made(bytes, sharp(decoded).rotate().toFormat(format))
}

let last: Promise<unknown> = Promise.resolve()

/** One picture after the other: a large one takes 200 MB while it is decoded. */
function made(bytes: Readable, shape: Sharp): Promise<Buffer> {
  const turn = last.then(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        bytes.on('error', reject)
        bytes.pipe(shape).toBuffer().then(resolve, reject)
      }),
  )
  last = turn.catch(() => undefined)
  return turn
}

/** A camera's clock without an offset is Shanghai's. What cannot be read is as if it were not there. */
function shotOf(exif: Buffer): Shot {
  try {
    const { Photo, GPSInfo } = readExif(exif)
    const shot: Shot = {}
    const at = Photo?.DateTimeOriginal
    if (at instanceof Date && !Number.isNaN(at.getTime())) {
      const offset = /^[+-]\d\d:\d\d$/.exec(String(Photo?.OffsetTimeOriginal ?? ''))?.[0] ?? '+08:00'
      shot.taken_at = new Date(`${at.toISOString().slice(0, 19)}${offset}`).toISOString()
    }
    const lon = degrees(GPSInfo?.GPSLongitude, GPSInfo?.GPSLongitudeRef === 'W', 180)
    const lat = degrees(GPSInfo?.GPSLatitude, GPSInfo?.GPSLatitudeRef === 'S', 90)
    return lon === null || lat === null ? shot : { ...shot, lon, lat }
  } catch {
    return {}
  }
}

function degrees(parts: number[] | undefined, isNegative: boolean, most: number): number | null {
  if (parts?.length !== 3) return null
  const value = parts[0]! + parts[1]! / 60 + parts[2]! / 3600
  return Number.isFinite(value) && value <= most ? (isNegative ? -value : value) : null
}
