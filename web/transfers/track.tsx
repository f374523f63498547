import { useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'
import { pick, useLanguage, useT, words } from '../i18n/index.ts'
import { LinkPage } from '../shell/link-page.tsx'
import { dayWords, instant } from '../ui/format.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { inOrder } from './kinds.ts'
import './track.css'
import type { NearDig } from './transfer.ts'

type Tracked = {
  unit_label: string
  street_name: string | null
  is_entered: boolean
  is_finished: boolean
  legs: { kind: string; state: string; words_zh: string; words_en: string; updated_at: string }[]
  digs: (Omit<NearDig, 'id' | 'reference'> & { is_late: boolean })[]
}

/** How often the buyer's page asks again; it has no stream, for it has nobody signed in. */
const again_ms = 4_000

/** The buyer's page, by the link alone: how each account stands and what is dug outside the door. No person, no account. */
export function TrackPage({ token }: { token: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery({
    queryKey: ['track', token],
    queryFn: ({ signal }) => get<Tracked>(`/api/track/${encodeURIComponent(token)}`, undefined, signal),
    refetchInterval: (query) => (query.state.data?.is_finished || query.state.error ? false : again_ms),
  })
  return (
    <LinkPage error={error} gone={{ status: 404, words: t('track.gone') }} retry={() => void refetch()}>
      {data && <Standing tracked={data} />}
    </LinkPage>
  )
}

function Standing({ tracked: { unit_label, street_name, is_entered, is_finished, legs, digs } }: { tracked: Tracked }) {
  const t = useT()
  const areAllDone = legs.every(({ state }) => state === 'done' || state === 'left_out')
  return (
    <>
      <header>
        <p className="muted">{street_name}</p>
        <h1>{unit_label}</h1>
        <p className="muted">{t(is_entered ? 'track.entered' : 'track.not_entered')}</p>
      </header>
      {is_finished && areAllDone && <p className="track-done">{t('track.finished')}</p>}
      <section aria-label={t('track.accounts')} aria-live="polite">
        <h2>{t('track.accounts')}</h2>
        <ul className="track-legs">
          {inOrder(legs).map((leg) => (
            <TrackedLeg key={leg.kind} leg={leg} />
          ))}
        </ul>
      </section>
      {digs.length > 0 && <TrackedDigs digs={digs} />}
      <footer className="muted">{t('track.footer')}</footer>
    </>
  )
}

const marks: Record<string, IconName> = { done: 'check', held: 'alert', not_done: 'alert', by_hand: 'person' }

function TrackedLeg({ leg: { kind, state, words_zh, words_en, updated_at } }: { leg: Tracked['legs'][number] }) {
  const language = useLanguage()
  return (
    <li data-kind={kind} data-state={state}>
      <span className="track-mark">
        <Icon name={marks[state] ?? 'clock'} size={20} />
      </span>
      <span>
        <b>
          {words(`utility.${kind}`, kind)}
          {state === 'done' && ' ✓'}
        </b>
        {pick(language, words_zh, words_en)}
        <small className="muted">{instant(updated_at, language)}</small>
      </span>
    </li>
  )
}

function TrackedDigs({ digs }: { digs: Tracked['digs'] }) {
  const t = useT()
  const language = useLanguage()
  return (
    <section aria-label={t('track.digs')}>
      <h2>{t('track.digs')}</h2>
      <ul className="track-digs">
        {digs.map(({ name, name_en, stage, is_late, expected_backfill_on }) => (
          <li key={name}>
            <b>{pick(language, name, name_en)}</b>
            <p>
              {t(is_late ? 'track.late' : stage === 'permitted' ? 'track.will_dig' : 'track.digging', {
                day: dayWords(expected_backfill_on, language),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
