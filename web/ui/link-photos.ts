import { post } from '../api.ts'
import { filesIn } from './files-in.ts'

/** How many photos who has a link may add; the server says so as well. */
export const most_photos = 3

/** The photos that a form holds. */
export const photosOf = (form: FormData): File[] => filesIn(form.getAll('photos'))

/** Adds photos to what was sent, which stands without them: answers how many of them were refused, and undoes nothing. */
export async function sendByLink(path: string, photos: readonly File[]): Promise<number> {
  let unsent = 0
  for (const photo of photos.slice(0, most_photos)) {
    const file = new FormData()
    file.set('file', photo)
    await post(path, file).catch(() => (unsent += 1))
  }
  return unsent
}
