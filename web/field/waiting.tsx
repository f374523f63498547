import { pick, useLanguage, useT } from '../i18n/index.ts'
import type { UnseenFacts } from '../inspections/inspection.ts'
import { UnseenVisits } from '../inspections/rows.tsx'
import { Button } from '../ui/button.tsx'
import { instant } from '../ui/format.ts'
import { drop, keepDraft, readDraft, type Kept } from './kept.ts'
import { Refused } from './refused.tsx'
import { tell } from './use-field.ts'
import { Discard } from './discard.tsx'

const look = { draft: '', waiting: 'yellow', conflict: 'red', refused: 'red', sent: 'green' } as const

/** The visits on this device: begun, waiting, sent, and those that met a colleague's or were refused, with what can be done. */
export function Waiting({ kept, onEdit }: { kept: readonly Kept[]; onEdit?: (project_id: string) => void }) {
  const t = useT()
  const language = useLanguage()
  if (kept.length === 0) return <p className="empty">{t('fieldwork.none_waiting')}</p>
  return (
    <ol className="fieldwork-kept">
      {kept.map((one) => (
        <li key={one.id} data-state={one.state}>
          <b>{pick(language, one.title, one.title_en)}</b>
          <span className={`tag ${look[one.state]}`}>{t(`fieldwork.state.${one.state}`)}</span>
          <span className="muted">
            <span className="mono">{one.sent?.reference ?? one.reference}</span>
            {one.inspected_at && ` · ${instant(one.inspected_at, language)}`}
            {one.photos > 0 && ` · ${t('fieldwork.photos', { count: one.photos })}`}
          </span>
          {one.state === 'conflict' && <Met kept={one} />}
          {one.state === 'refused' && <Refused kept={one} />}
          {(one.state === 'draft' || one.state === 'refused') && onEdit && (
            <span className="operations-row">
              <Button
                size="small"
                onClick={() => void readDraft(one.id).then((draft) => draft && onEdit(draft.project_id))}
              >
                {t('fieldwork.go_on')}
              </Button>
              <Discard onDiscard={() => void drop(one.id).then(tell)} />
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

/** A colleague was there meanwhile: what they found, and whether one's own visit is sent beside it or thrown away. */
function Met({ kept }: { kept: Kept }) {
  const t = useT()
  const facts: UnseenFacts = kept.refusal?.facts ?? {}
  const sendAnyway = async () => {
    const draft = await readDraft(kept.id)
    const { known_visits = 0 } = facts
    if (draft) await keepDraft({ ...kept, state: 'waiting', refusal: undefined }, { ...draft, known_visits })
    tell()
  }
  return (
    <div className="fieldwork-met" role="alert">
      <p>{t('fieldwork.met')}</p>
      <UnseenVisits visits={facts.visits ?? []} />
      <span className="operations-row">
        <Button size="small" look="primary" onClick={() => void sendAnyway()}>
          {t('fieldwork.send_beside')}
        </Button>
        <Discard onDiscard={() => void drop(kept.id).then(tell)} />
      </span>
    </div>
  )
}
