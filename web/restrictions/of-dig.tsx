import { pick, useLanguage, useT } from '../i18n/index.ts'
import type { SubjectProps } from '../shell/panels.ts'
import { Trouble } from '../ui/fault.tsx'
import { day } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { HoldRow, PlaceHold } from './hold.tsx'
import { useRestrictionsOf, type OfDig } from './restriction.ts'
import './restrictions.css'

/** A tab of a dig: holds on its promoter, periods in which it may not start, roads in their no-dig years, and the exceptions its permits name. */
export function RestrictionsOfDig({ id }: SubjectProps) {
  const { data, error, refetch } = useRestrictionsOf(id)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <Holds of={data} />
      <Periods of={data} />
      <Roads of={data} />
    </>
  )
}

function Holds({ of: { holds, may_hold, promoter_id } }: { of: OfDig }) {
  const t = useT()
  return (
    <Section title={t('restriction.holds')} count={holds.length}>
      <ul className="checkup-list">
        {holds.map((hold) => (
          <HoldRow key={hold.id} hold={hold} isDecider={may_hold} />
        ))}
      </ul>
      {holds.length === 0 && <p className="muted">{t('restriction.no_holds')}</p>}
      {may_hold && <PlaceHold promoter_id={promoter_id} />}
    </Section>
  )
}

/** In the dig's overview, because a warning that nobody opens warns nobody. Nothing when nothing is held. */
export function HoldNotice({ id }: SubjectProps) {
  const t = useT()
  const { data } = useRestrictionsOf(id)
  const [hold] = data?.holds ?? []
  if (!hold) return null
  return (
    <p className="hold-notice" data-blocking={hold.is_blocking || undefined} role="note">
      <b>{t('restriction.held')}</b> {hold.reason}
    </p>
  )
}

function Periods({ of: { blackouts } }: { of: OfDig }) {
  const t = useT()
  const language = useLanguage()
  return (
    <Section title={t('restriction.blackouts')} count={blackouts.length}>
      <ul className="checkup-list">
        {blackouts.map((one) => (
          <li key={one.id}>
            {pick(language, one.name_zh, one.name_en)}{' '}
            <small className="muted number">
              {day(one.from_on)} — {day(one.last_on)}
            </small>
          </li>
        ))}
      </ul>
      {blackouts.length === 0 && <p className="muted">{t('restriction.no_blackouts')}</p>}
    </Section>
  )
}

function Roads({ of: { roads, exceptions } }: { of: OfDig }) {
  const t = useT()
  const language = useLanguage()
  return (
    <Section title={t('layer.no_dig')} count={roads.length}>
      <ul className="checkup-list">
        {roads.map((road) => (
          <li key={road.id}>
            {pick(language, road.name, road.name_en)} {t('checkup.closed_until', { day: day(road.open_until) })}{' '}
            <small className="muted">{pick(language, road.basis_zh, road.basis_en)}</small>
          </li>
        ))}
        {exceptions.map(({ permit, approval, roads: named }) => (
          <li key={permit}>
            <span className="tag accent">{t('restriction.exception')}</span>{' '}
            {t('restriction.exception_of', {
              permit,
              roads: named.map((road) => pick(language, road.name, road.name_en)).join(' / '),
              file: approval ?? '—',
            })}
          </li>
        ))}
      </ul>
      {roads.length + exceptions.length === 0 && <p className="muted">{t('restriction.no_roads')}</p>}
    </Section>
  )
}
