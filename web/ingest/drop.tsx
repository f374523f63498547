import { useState } from 'react'
import { useT } from '../i18n/index.ts'
import { bytes } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'

type Props = { file: File | undefined; onFile: (file: File) => void }

/** Where a file is dropped, or chosen by keyboard and finger. */
export function Drop({ file, onFile }: Props) {
  const t = useT()
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const [first] = files ?? []
    if (first) onFile(first)
  }
  return (
    <label
      className="imports-drop"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <Icon name="import" size={22} />
      <span>{file ? `${file.name} · ${bytes(file.size)}` : t('imports.drop')}</span>
      <small className="muted">{t(file ? 'imports.another' : 'imports.formats')}</small>
      <input type="file" aria-label={t('imports.choose')} onChange={({ target }) => take(target.files)} />
    </label>
  )
}
