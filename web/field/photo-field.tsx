import { useEffect, useState } from 'react'
import { randomKey } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { addPhoto, dropPhoto, moveKept, readPhotos, type Draft, type Kept, type Taken } from './kept.ts'
import { businessNow, tell } from './use-field.ts'

type Shown = { id: string; name: string; url: string }

/** Photos of a visit, taken with the camera or chosen; they lie on the device until they are sent, with the time and place of their taking. */
export function PhotoField({ kept, draft, taken }: { kept: Kept; draft: Draft; taken: Taken }) {
  const t = useT()
  const [shown, setShown] = useState<Shown[]>([])
  const [count, setCount] = useState(0)
  useEffect(() => {
    let isGone = false
    const urls: string[] = []
    const read = async () => {
      const found: Shown[] = []
      for await (const { id, name, file } of readPhotos(kept.id)) {
        const url = URL.createObjectURL(file)
        urls.push(url)
        found.push({ id, name, url })
      }
      if (!isGone) setShown(found)
    }
    void read()
    return () => {
      isGone = true
      for (const url of urls) URL.revokeObjectURL(url)
    }
  }, [kept.id, count])
  const changed = async (photos: number) => {
    await moveKept(kept.id, { photos })
    setCount(count + 1)
    tell()
  }
  const take = async (files: FileList | null) => {
    const all = [...(files ?? [])]
    for (const file of all) {
      // where the device itself said that it is; a point shown on the map is a person's word
      const standing = draft.standing?.accuracy_m === undefined ? undefined : draft.standing
      await addPhoto(kept.id, {
        id: randomKey(),
        name: file.name,
        file,
        standing,
        taken_at: businessNow(taken, file.lastModified),
      })
    }
    await changed(shown.length + all.length)
  }
  return (
    <fieldset className="visit-group">
      <legend>{t('inspection.photos')}</legend>
      <label className="field">
        <span className="unseen">{t('inspection.photos')}</span>
        <input
          className="input"
          type="file"
          accept="image/*"
          capture="environment"
          multiple
          onChange={({ target }) => void take(target.files).then(() => (target.value = ''))}
        />
      </label>
      <ul className="fieldwork-photos">
        {shown.map(({ id, name, url }) => (
          <li key={id}>
            <img src={url} alt={name} />
            <Button
              size="small"
              look="quiet"
              icon="close"
              label={t('fieldwork.take_photo_away', { name })}
              onClick={() => void dropPhoto(id).then(() => changed(shown.length - 1))}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
