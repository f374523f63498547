import { pick, useLanguage, useT } from '../i18n/index.ts'
import { squareMetres } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import type { Answer } from './checkup.ts'

/** What the fees would come to by the tariffs of the place; a place without tariffs says so. */
export function Fee({ answer: { fee } }: { answer: Answer }) {
  const t = useT()
  const language = useLanguage()
  if (!fee) {
    return (
      <Section title={t('checkup.fee')}>
        <p className="muted">{t('checkup.no_tariff')}</p>
      </Section>
    )
  }
  const yuan = (amount: number) =>
    `¥ ${amount.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
  const rows = [
    ['restoration', fee.restoration, pick(language, fee.restoration_basis_zh, fee.restoration_basis_en)],
    ['occupation', fee.occupation, pick(language, fee.occupation_basis_zh, fee.occupation_basis_en)],
  ] as const
  return (
    <Section
      title={t('checkup.fee')}
      aside={fee.is_demo && <span className="tag synthetic">{t('demo.synthetic')}</span>}
    >
      <ul className="checkup-list">
        {rows.map(([name, amount, basis]) => (
          <li key={name}>
            {t(`checkup.${name}`)} <b className="number">{yuan(amount)}</b> <small className="muted">{basis}</small>
          </li>
        ))}
        <li>
          {t('checkup.total')} <b className="number">{yuan(fee.total)}</b>{' '}
          <small className="muted">{t('checkup.total_of', { area: squareMetres(fee.area_m2), count: fee.days })}</small>
        </li>
      </ul>
    </Section>
  )
}
