import type { Member, World } from '../world.ts'

/** The smallest files of their kinds that say what they are. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

export interface Upload {
  bytes?: Uint8Array
  name?: string
  fields?: Record<string, string>
}

/** Sends a file as a browser would. */
export async function upload(w: World, as: Member | null, { bytes = png, name = 'photo.png', fields = {} }: Upload) {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new File([bytes as BlobPart], name))
  const answer = await w.as(as).raw('/api/attachments', { method: 'POST', body: form })
  return { status: answer.status, headers: answer.headers, body: JSON.parse(await answer.text()) }
}
