import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Photos } from '../inspections/photos.tsx'
import { day, instant } from '../ui/format.ts'
import type { Round } from './petition.ts'

/** Every dispatch of a request: by whom, to whom, by when, what was answered, and what the petitioner said to the third party. */
export function Rounds({ rounds }: { rounds: Round[] }) {
  const t = useT()
  const language = useLanguage()
  return (
    <ol className="petition-rounds">
      {rounds.map((round) => (
        <li key={round.number}>
          <b>
            {t('petition.round', { number: round.number })} · {pick(language, round.unit_zh ?? '', round.unit_en)}
          </b>
          <small className="muted">
            {t('petition.grade', { grade: round.grade })} · {instant(round.dispatched_at, language)} ·{' '}
            {t('petition.by', { name: pick(language, round.dispatcher_zh ?? '', round.dispatcher_en) })} ·{' '}
            {t('petition.judge', { name: pick(language, round.judge_zh ?? '', round.judge_en) })}
          </small>
          {round.reason && <span>{round.reason}</span>}
          {round.answer ? <q>{round.answer}</q> : <span>{t('petition.due', { day: day(round.due_on) })}</span>}
          {round.files.length > 0 && <Photos photos={round.files} />}
          {round.result && (
            <span className={`tag ${round.result === 'unsatisfied' ? 'red' : ''}`}>
              {t('petition.result', { result: t(`value.${round.result}`) })}
            </span>
          )}
          {round.result_note && <span>{round.result_note}</span>}
        </li>
      ))}
    </ol>
  )
}
