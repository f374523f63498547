import { pick, useLanguage, useT, words } from '../i18n/index.ts'
import { dueWords } from '../projects/due.ts'
import { useSession } from '../shell/session.ts'
import { day, dayWords } from '../ui/format.ts'
import type { Matter } from './matter.ts'
import { useOpen } from './matters.ts'

/** One matter: what, until when, why and by which law, and which card comes next if nothing is done. Enter opens it. */
export function MatterRow({ matter }: { matter: Matter }) {
  const t = useT()
  const language = useLanguage()
  const { session } = useSession()
  const { isOpen, open } = useOpen(matter)
  const { card, card_owner, forecast, provisional, why } = matter
  return (
    <button type="button" className="row" data-card={card} aria-current={isOpen || undefined} onClick={open}>
      <span className="row-title">{pick(language, matter.title_zh, matter.title_en)}</span>
      <span className="row-due">{dueWords(matter, session.today)}</span>
      <span className="row-note muted">
        {words(`clock.${why}`, why)} · {day(matter.due_on)}
        {provisional && ` · ${t('clock.provisional')}`}
      </span>
      {card !== 'none' && (
        <span className={`tag ${card}`}>
          {t(`card.${card}`)}
          {card_owner && ` · ${t(`owner.${card_owner}`)}`}
        </span>
      )}
      {forecast && session.today && (
        <span className="row-forecast" data-next={forecast.card}>
          {t(`clock.forecast.${forecast.card}`, { day: dayWords(forecast.on, language, session.today.slice(0, 4)) })}
        </span>
      )}
      <span className="row-basis muted">{pick(language, matter.basis_zh, matter.basis_en)}</span>
    </button>
  )
}
