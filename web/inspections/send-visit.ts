import { sendFile } from '../api.ts'
import type { Standing } from '../map/standing.ts'
import { filesIn } from '../ui/files-in.ts'

type Place = {
  project_id: string
  site_id: string | null
  follows: string | undefined
  standing: Standing | undefined
  attachments: string[]
  /** how many visits of the dig the inspector has seen */
  known_visits: number | undefined
}

/** What the form holds as the server wants it (inspectionInput); a re-inspection is where its rectification is. */
export function visitOf(form: FormData, { project_id, site_id, follows, standing, attachments, known_visits }: Place) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const said = (name: string) => (text(name) ? { [name]: text(name) === 'yes' } : {})
  const findings = form.getAll('finding').map((code) => {
    const note = text(`finding_note_${String(code)}`)
    return { code: String(code), ...(note ? { note } : {}) }
  })
  return {
    ...(follows
      ? { follows_rectification_id: follows }
      : { project_id, site_id, kind: text('kind'), category: text('category') }),
    outcome: text('outcome'),
    findings,
    ...(text('note') ? { note: text('note') } : {}),
    ...said('promoter_told'),
    ...said('made_safe'),
    ...(standing ? { position: standing } : {}),
    attachments,
    ...(known_visits === undefined ? {} : { known_visits }),
  }
}

/**
 * Puts the photos into the store, each once however often the form is sent; answers their ids. Where the device itself said where it
 * is, that is kept as where a photo was taken; a point shown on the map is a person's word and is not.
 */
export async function sendPhotos(
  subject_id: string,
  files: readonly FormDataEntryValue[],
  standing: Standing | undefined,
  sent: Map<string, string>,
): Promise<string[]> {
  const where = standing?.accuracy_m === undefined ? null : standing
  const photos = filesIn(files)
  const ids: string[] = []
  for (const photo of photos) {
    const name = `${photo.name} ${photo.size} ${photo.lastModified}`
    const id = sent.get(name) ?? (await sendFile(subject_id, photo, where))
    sent.set(name, id)
    ids.push(id)
  }
  return ids
}
