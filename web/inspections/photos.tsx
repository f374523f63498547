import { useT } from '../i18n/index.ts'
import { bytes, metres } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import type { Photo } from './inspection.ts'

/** Of what the server makes small pictures. */
const shown = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** Photos and papers that prove something, each with how far from the site it says it was taken. */
export function Photos({ photos }: { photos: readonly Photo[] }) {
  const t = useT()
  return (
    <ul className="inspection-photos">
      {photos.map(({ id, name, media_type, size_bytes, distance_m }) => (
        <li key={id}>
          <a href={`/api/attachments/${id}`} target="_blank" rel="noreferrer">
            {shown.has(media_type) ? (
              <img src={`/api/attachments/${id}/thumbnail`} alt={name} loading="lazy" width={96} height={72} />
            ) : (
              <span className="file-icon">
                <Icon name="file" size={22} />
              </span>
            )}
            <small>{name}</small>
          </a>
          <small className="muted">
            {bytes(size_bytes)}
            {distance_m !== null && ` · ${t('inspection.away', { distance: metres(distance_m) })}`}
          </small>
        </li>
      ))}
    </ul>
  )
}
