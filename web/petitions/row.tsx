import { pick, useLanguage, useT } from '../i18n/index.ts'
import { useMap } from '../map/holder.ts'
import { dueWords } from '../projects/due.ts'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { day } from '../ui/format.ts'
import { statusLook, useKinds, type PetitionRow } from './petition.ts'

/** One request in a list: kind, state, whose ball it is and until when. Not what was written, nor by whom. */
export function Row({ row }: { row: PetitionRow }) {
  const t = useT()
  const language = useLanguage()
  const map = useMap()
  const kinds = useKinds()
  const { session } = useSession()
  const { sel, go } = useAddress()
  const { id, card, status, due_on, due_for, grade, street_name, submitted_at } = row
  const kind = kinds.data?.find(({ code }) => code === row.kind_code)
  const choose = () => {
    if (row.position?.type === 'Point') map?.goTo({ center: row.position.coordinates as [number, number] })
    void go({ sel: id })
  }
  return (
    <li>
      <button type="button" className="row" data-card={card} aria-current={sel === id || undefined} onClick={choose}>
        <span className="row-title">{kind ? pick(language, kind.label_zh, kind.label_en) : row.kind_code}</span>
        {due_on ? (
          <span className="row-due">{dueWords({ due_on }, session.today)}</span>
        ) : (
          <span className="row-due muted">{day(submitted_at.slice(0, 10))}</span>
        )}
        <span className="row-note muted">
          <span className="mono">{row.reference}</span>
          {grade !== null && ` · ${t('petition.grade', { grade })}`}
          {street_name && ` · ${street_name}`}
        </span>
        <span className={`tag ${statusLook(status)}`}>{t(`petition.status.${status}`)}</span>
        <span className="row-basis muted">
          {due_for && `${t(`clock.${due_for}`)} · ${day(due_on)}`}
          {row.unit_zh && ` · ${pick(language, row.unit_zh, row.unit_en)}`}
        </span>
      </button>
    </li>
  )
}
