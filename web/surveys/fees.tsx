import { pick, useLanguage, useT } from '../i18n/index.ts'
import { ActionList } from '../projects/actions.tsx'
import type { SubjectProps } from '../shell/panels.ts'
import { Trouble } from '../ui/fault.tsx'
import { day, squareMetres } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { useFees, useGuarantee, type Fees, type Guarantee } from './geometry.ts'
import './surveys.css'

/** A tab of a dig: what it owes for the road, how the ground was restored, and until when it is vouched for. */
export function FeesOfDig({ id }: SubjectProps) {
  const fees = useFees(id)
  const guarantee = useGuarantee(id)
  const error = fees.error ?? guarantee.error
  if (error) return <Trouble error={error} retry={() => (void fees.refetch(), void guarantee.refetch())} />
  if (!fees.data || !guarantee.data) return <Loading />
  return (
    <>
      <FeeSection of={fees.data} id={id} />
      <GuaranteeSection of={guarantee.data} />
    </>
  )
}

function FeeSection({ of: { fees, actions }, id }: { of: Fees; id: string }) {
  const t = useT()
  return (
    <Section title={t('fee.title')} count={fees.length}>
      {fees.map((fee) => (
        <FeeCard key={fee.id} fee={fee} />
      ))}
      {fees.length === 0 && <p className="muted">{t('fee.none')}</p>}
      {actions.length > 0 && <ActionList actions={actions} project={{ id }} isSmall />}
    </Section>
  )
}

function FeeCard({ fee }: { fee: Fees['fees'][number] }) {
  const t = useT()
  const language = useLanguage()
  const roads = fee.lines as {
    road_id: string
    name: string
    name_en: string | null
    charged_m2: number
    fee_factor: number
  }[]
  return (
    <div className="life-difference">
      <h3>
        <span className="mono">{fee.permit_reference}</span>{' '}
        <span className={fee.status === 'assessed' ? 'tag accent' : 'tag'}>{t(`fee.status.${fee.status}`)}</span>{' '}
        {fee.part > 1 && <span className="tag">{t('fee.part', { part: fee.part })}</span>}{' '}
        {fee.is_demo && <span className="tag synthetic">{t('fee.demo')}</span>}
      </h3>
      <dl>
        <dt>{t('fee.restoration')}</dt>
        <dd className="number">{yuan(fee.restoration)}</dd>
        <dt>{t('fee.occupation')}</dt>
        <dd className="number">
          {yuan(fee.occupation)} · {t('fee.days', { count: fee.days })}
        </dd>
        {fee.charged_before > 0 && (
          <>
            <dt>{t('fee.charged_before')}</dt>
            <dd className="number">{yuan(fee.charged_before)}</dd>
          </>
        )}
        <dt>{t('fee.total')}</dt>
        <dd className="number">
          <b>{yuan(fee.total)}</b>
        </dd>
      </dl>
      <ul className="survey-sites">
        {roads.map((road) => (
          <li key={road.road_id}>
            {pick(language, road.name, road.name_en)}{' '}
            <span className="number">
              {squareMetres(road.charged_m2)} {t('fee.factor', { factor: road.fee_factor })}
            </span>
          </li>
        ))}
      </ul>
      {fee.receipt && <p>{t('fee.receipt', { receipt: fee.receipt })}</p>}
      {fee.waiver_reason && <p>{t('fee.waived_for', { reason: fee.waiver_reason, basis: fee.waiver_basis })}</p>}
      <p className="muted clock-basis">{pick(language, fee.restoration_basis_zh, fee.restoration_basis_en)}</p>
    </div>
  )
}

function GuaranteeSection({ of }: { of: Guarantee }) {
  const t = useT()
  const language = useLanguage()
  const { reinstatement, guarantee_to, inspection_called_on, components } = of
  return (
    <Section title={t('guarantee.title')}>
      {reinstatement && (
        <p>
          <span className={reinstatement.status === 'interim' ? 'tag accent' : 'tag'}>
            {t(`value.${reinstatement.status}`)}
          </span>{' '}
          {t('guarantee.restored')}{' '}
          <b className="number">{squareMetres(reinstatement.permanent_area_m2 ?? reinstatement.area_m2)}</b>{' '}
          {reinstatement.made_permanent_at && (
            <small className="muted">
              {t('guarantee.permanent_since', { day: day(reinstatement.made_permanent_at) })}
            </small>
          )}
        </p>
      )}
      {guarantee_to && <p>{t('guarantee.until', { day: day(guarantee_to) })}</p>}
      {inspection_called_on && <p>{t('guarantee.called', { day: day(inspection_called_on) })}</p>}
      {!reinstatement && !guarantee_to && <p className="muted">{t('guarantee.none')}</p>}
      {components.length > 0 && (
        <ul className="survey-sites" aria-label={t('guarantee.components')}>
          {components.map(({ key, months, until }) => (
            <li key={key}>
              {t(`guarantee.component.${key}`)}{' '}
              <small className="muted">
                {months === null ? t('guarantee.life') : t('guarantee.until', { day: day(until) })}
              </small>
            </li>
          ))}
        </ul>
      )}
      <p className="muted clock-basis">{pick(language, of.basis_zh, of.basis_en)}</p>
    </Section>
  )
}

const yuan = (amount: number) =>
  `¥ ${amount.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
