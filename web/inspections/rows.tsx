import { pick, useLanguage, useT } from '../i18n/index.ts'
import { dueWords } from '../projects/due.ts'
import '../projects/projects.css'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { day, instant } from '../ui/format.ts'
import type { Item, RectificationRow, Unseen, VisitRow } from './inspection.ts'

/** 整改通知 in a list: what is to be put right, until when, and how late. */
export function RectificationItem({ row, isOfDig }: { row: RectificationRow; isOfDig?: boolean }) {
  const t = useT()
  const language = useLanguage()
  const { session } = useSession()
  const { sel, go } = useAddress()
  const isOpen = row.status !== 'cleared' && row.status !== 'withdrawn'
  return (
    <li>
      <button
        type="button"
        className="row"
        data-card={isOpen ? row.card : undefined}
        aria-current={sel === row.id || undefined}
        onClick={() => go({ sel: row.id })}
      >
        <span className="row-title">{itemWords(row.items, language)}</span>
        <span className="row-due">{isOpen ? dueWords(row, session.today) : ''}</span>
        <span className="row-note muted">
          <span className="mono">{row.reference}</span>
          {!isOfDig && ` · ${pick(language, row.project_name, row.project_name_en)}`}
        </span>
        <span className={`tag ${isOpen && row.card !== 'none' ? row.card : ''}`}>
          {t(`rectification.status.${row.status}`)}
        </span>
        <span className="row-basis muted">{t('rectification.due', { day: day(row.due_on) })}</span>
      </button>
    </li>
  )
}

/** A visit in a list: how it ended, what was found, by whom and when. */
export function VisitItem({ row }: { row: VisitRow }) {
  const t = useT()
  const language = useLanguage()
  const { sel, go } = useAddress()
  return (
    <li>
      <button
        type="button"
        className="row"
        aria-current={sel === row.id || undefined}
        onClick={() => go({ sel: row.id })}
      >
        <span className="row-title">{itemWords(row.findings, language) || t(`value.${row.outcome}`)}</span>
        <span className={`tag ${outcomeLook[row.outcome]}`}>
          {t(row.withdrawn_at ? 'inspection.withdrawn' : `value.${row.outcome}`)}
        </span>
        <span className="row-note muted">
          <span className="mono">{row.reference}</span> · {row.inspector_name}
        </span>
        <span className="row-due muted">{instant(row.inspected_at, language)}</span>
      </button>
    </li>
  )
}

/** What colleagues found at the same place since, to be read before one's own visit stands beside it. */
export function UnseenVisits({ visits }: { visits: readonly Unseen[] }) {
  const language = useLanguage()
  const t = useT()
  return visits.length === 0 ? null : (
    <ul className="inspection-unseen">
      {visits.map(({ id, reference, outcome, inspected_at, findings }) => (
        <li key={id}>
          <span className="mono">{reference}</span> {instant(inspected_at, language)} · {t(`value.${outcome}`)}{' '}
          {itemWords(findings, language)}
        </li>
      ))}
    </ul>
  )
}

export const outcomeLook = { passed: 'green', failed_low: 'yellow', failed_high: 'red', unable_to_inspect: '' } as const

/** The findings in one line. */
export const itemWords = (items: readonly Pick<Item, 'text_zh' | 'text_en'>[], language: 'zh-CN' | 'en'): string =>
  items.map(({ text_zh, text_en }) => pick(language, text_zh, text_en)).join(language === 'en' ? ', ' : '、')
