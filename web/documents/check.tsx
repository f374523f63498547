import { useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'
import { pick, useLanguage, useT, words } from '../i18n/index.ts'
import { LinkPage } from '../shell/link-page.tsx'
import { dayWords } from '../ui/format.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import './check.css'
import type { Check } from './documents.ts'

/** How each answer looks: good, to be watched, or wrong. Never by colour alone: each has a sign and words. */
const looks: Record<Check['verdict'], { look: 'good' | 'watch' | 'wrong'; icon: IconName }> = {
  valid: { look: 'good', icon: 'check' },
  document: { look: 'good', icon: 'check' },
  not_yet: { look: 'watch', icon: 'clock' },
  emergency: { look: 'watch', icon: 'alert' },
  suspended: { look: 'wrong', icon: 'alert' },
  expired: { look: 'wrong', icon: 'alert' },
  ended: { look: 'wrong', icon: 'alert' },
  replaced: { look: 'wrong', icon: 'alert' },
  unknown: { look: 'wrong', icon: 'close' },
}

/** What a code on a site board or a paper leads to: whether a permit stands today, for anybody on a phone, without an account. */
export function CheckPage({ code }: { code: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery({
    queryKey: ['check', code],
    queryFn: ({ signal }) => get<Check>(`/api/check/${encodeURIComponent(code)}`, undefined, signal),
  })
  return (
    <LinkPage error={error} gone={{ status: 422, words: t('check.verdict.unknown') }} retry={() => void refetch()}>
      {data && <Answer check={data} />}
    </LinkPage>
  )
}

function Answer({ check }: { check: Check }) {
  const t = useT()
  const language = useLanguage()
  const { verdict, checked_on, phone, valid_to, valid_from, ended_on, issued_on } = check
  const { look, icon } = looks[verdict]
  const date = (day: string | null) => (day ? dayWords(day, language, '') : '')
  const values = { from: date(valid_from), to: date(valid_to), on: date(ended_on ?? issued_on ?? valid_to) }
  const act = check.status ? words(`check.status.${check.status}`, '') : ''
  return (
    <>
      <header className="check-verdict" data-look={look} data-verdict={verdict}>
        <Icon name={icon} size={44} />
        <h1>{t(`check.verdict.${verdict}`)}</h1>
        <p>
          {t(`check.explain.${verdict}`, values)}
          {verdict === 'ended' && act && ` ${act}`}
        </p>
      </header>
      <Facts check={check} />
      <a className="check-call" data-look={look} href={`tel:${phone}`}>
        <Icon name="phone" size={20} />
        {t(look === 'good' ? 'check.call' : 'check.report', { phone })}
      </a>
      <footer className="muted">
        {check.is_demo && <p>{t('demo.synthetic_long')}</p>}
        <p>{t('check.footer', { day: date(checked_on) })}</p>
      </footer>
    </>
  )
}

function Facts({ check }: { check: Check }) {
  const t = useT()
  const language = useLanguage()
  const date = (day: string | null) => day && dayWords(day, language, '')
  const rows: [name: string, value: string | null | undefined][] = [
    ['number', check.number ?? check.reference],
    ['works', pick(language, check.project_name, check.project_name_en)],
    ['place', check.street_name],
    ['until', check.valid_to && `${date(check.valid_from)} — ${date(check.valid_to)}`],
    ['promoter', check.promoter_name],
    ['contractor', check.contractor_name],
    ['authority', pick(language, check.authority_zh, check.authority_en)],
    ['sha256', check.sha256],
  ]
  const known = rows.filter(([, value]) => value)
  if (known.length === 0) return null
  return (
    <dl className="check-facts">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`check.fact.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
