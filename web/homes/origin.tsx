import { pick, useLanguage, useT } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import type { NearDig } from '../transfers/transfer.ts'
import '../transfers/transfers.css'
import { day } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import type { WithOrigin } from './home.ts'

/** The dig that a home came out of; most homes are older than the platform, and then it says just that. */
export function OriginOf({ of: { origin }, completed_on }: { of: WithOrigin; completed_on: string | null }) {
  const t = useT()
  const language = useLanguage()
  const { go } = useAddress()
  return (
    <Section title={t('home.origin')}>
      {origin ? (
        <p className="home-origin">
          <button type="button" className="link" onClick={() => go({ sel: origin.id })}>
            {pick(language, origin.name, origin.name_en)}
          </button>
          <span className="muted">
            <span className="mono">{origin.reference}</span> · {origin.promoter_name} · {day(origin.begun_on)} —{' '}
            {day(origin.ended_on)}
          </span>
        </p>
      ) : (
        <p className="home-no-dig muted">
          <b>{t('home.no_dig')}</b>
          {completed_on && ` ${t('home.completed_on', { day: completed_on })}`}
        </p>
      )}
    </Section>
  )
}

/** Digs outside the door now, and when each is expected to be filled in again. */
export function DigsNear({ digs }: { digs: readonly NearDig[] }) {
  const t = useT()
  const language = useLanguage()
  const { go } = useAddress()
  return (
    <Section title={t('home.digs')} count={digs.length}>
      {digs.length === 0 && <p className="muted">{t('home.no_digs')}</p>}
      <ul className="near-digs">
        {digs.map(({ id, name, name_en, stage, distance_m, expected_backfill_on }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => go({ sel: id })}>
              {pick(language, name, name_en)}
            </button>
            <span className="muted">
              {t(`stage.${stage}`)} · {Math.round(distance_m)} m ·{' '}
              {t('home.backfill_on', { day: day(expected_backfill_on) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
