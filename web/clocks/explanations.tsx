import { pick, useLanguage, useT, words } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { Trouble } from '../ui/fault.tsx'
import { day, instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { useExplanations } from './calendar.ts'
import './clocks.css'

/** 超时说明: every limit that an authority or a utility passed on a public dig, with what it said of it (优化营商环境条例 36). For everybody. */
export function ExplanationsPanel() {
  const t = useT()
  const language = useLanguage()
  const { sel, go } = useAddress()
  const { data, error, refetch } = useExplanations()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <p className="list-count muted" role="status">
        {t('calendar.explanations', { count: data.length })}
      </p>
      {data.length === 0 && <p className="empty">{t('calendar.no_explanations')}</p>}
      <ol className="rows">
        {data.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="row"
              data-card="red"
              aria-current={sel === one.project_id || undefined}
              onClick={() => go({ sel: one.project_id })}
            >
              <span className="row-title">{one.name}</span>
              <span className="row-due">{pick(language, one.owner_name_zh, one.owner_name_en)}</span>
              <span className="row-note muted">
                {words(`clock.${one.kind}`, one.kind)} · {t('clock.due_on')} {day(one.due_on)}
                {one.stopped_at && ` · ${t('calendar.done_on', { day: day(one.stopped_at) })}`}
              </span>
              <span className="explanation">{one.explanation}</span>
              <span className="row-basis muted">
                {instant(one.explained_at, language)} · {pick(language, one.basis_zh, one.basis_en)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}
