import { pick, useLanguage, useT, words } from '../i18n/index.ts'
import { Operations } from '../operations/operations.tsx'
import type { Action } from '../operations/operation.ts'
import { dueWords } from '../projects/due.ts'
import { useSession } from '../shell/session.ts'
import { instant } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { Swatch } from '../ui/swatch.tsx'
import { kindColour } from './kinds.ts'
import { Reveal } from './reveal.tsx'
import { StatusTag } from './status-tag.tsx'
import { ballOf, type Leg, type Transfer } from './transfer.ts'

/** While a leg is with its utility; before and after, the server gives no person to it. */
const readable = ['pushed', 'acknowledged', 'timed_out', 'retrying', 'manual']

type Props = { leg: Leg; transfer: Transfer; reasons: readonly string[]; onDone: (name: string) => void }

/** One utility's part: how it stands, who must move until when, what was agreed to, and what this person may do. */
export function LegCard({ leg, transfer, reasons, onDone }: Props) {
  const t = useT()
  const language = useLanguage()
  const { session } = useSession()
  const title = words(`utility.${leg.kind}`, leg.kind)
  return (
    <li className="leg" data-kind={leg.kind} data-status={leg.status} aria-label={title}>
      <p className="leg-title">
        <Swatch colour={kindColour[leg.kind]} />
        <b>{title}</b>
        <span className="muted">{pick(language, leg.utility?.name, leg.utility?.name_en)}</span>
        <StatusTag of="leg" status={leg.status} />
      </p>
      <Why leg={leg} />
      <Ball leg={leg} isEntered={transfer.entered_at !== null || leg.pushed_at !== null} />
      <Steps leg={leg} transfer={transfer} />
      {leg.account_masked && (
        <p className="muted">
          {t('transfer.account')} <span className="mono">{leg.account_masked}</span>
          {leg.attempts > 1 && ` · ${t('transfer.attempts', { count: leg.attempts })}`}
        </p>
      )}
      <Consent leg={leg} />
      {session.role === 'utility' && leg.consent?.is_standing && readable.includes(leg.status) && (
        <Reveal href={`/api/transfers/${transfer.id}/legs/${leg.kind}/parties`} />
      )}
      <Operations actions={offered(leg, reasons)} onDone={onDone} isSmall />
    </li>
  )
}

/** The server's moves, with the version that this page shows and the codes that a refusal may carry. */
function offered(leg: Leg, reasons: readonly string[]): Action[] {
  return leg.actions.map((action) => ({
    ...action,
    version: action.version ?? leg.version,
    ...(action.input?.reason_code ? { input: { reason_code: `choice_required:${reasons.join(',')}` } } : {}),
  }))
}

function Why({ leg }: { leg: Leg }) {
  const t = useT()
  if (!leg.reason_code || leg.status === 'completed') return null
  return (
    <p className="leg-why" role="note">
      <Icon name="alert" size={15} />
      {words(`value.${leg.reason_code}`, leg.reason_code)}
      {leg.arrears_yuan !== null && <b>¥{leg.arrears_yuan.toFixed(2)}</b>}
      {leg.reason_detail && <span className="muted">{leg.reason_detail}</span>}
      {leg.reason_code === 'arrears' && <span className="muted">{t('transfer.never_blocks')}</span>}
    </p>
  )
}

function Ball({ leg, isEntered }: { leg: Leg; isEntered: boolean }) {
  const t = useT()
  const language = useLanguage()
  const { session } = useSession()
  const ball = ballOf(leg, isEntered)
  const clock = leg.clocks.find(({ state }) => state === 'running' || state === 'breached')
  if (!ball) return null
  return (
    <p className="leg-ball" data-card={clock?.card}>
      <Icon name="clock" size={15} />
      <span>
        {t(`transfer.ball.${ball}`)}
        {clock && (
          <>
            {' · '}
            {t('transfer.by', { day: clock.due_on })} <b>{dueWords(clock, session.today)}</b>
            <small className="muted">{pick(language, clock.basis_zh, clock.basis_en)}</small>
          </>
        )}
      </span>
    </p>
  )
}

function Steps({ leg, transfer }: { leg: Leg; transfer: Transfer }) {
  const t = useT()
  const language = useLanguage()
  const steps = [
    { name: 'entered', at: transfer.entered_at },
    { name: 'pushed', at: leg.pushed_at },
    { name: 'acknowledged', at: leg.acknowledged_at },
    { name: 'finished', at: leg.finished_at },
  ].filter(({ name, at }) => name !== 'entered' || at || transfer.status !== null)
  return (
    <ol className="leg-steps">
      {steps.map(({ name, at }) => (
        <li key={name} data-done={at ? '' : undefined}>
          <span>{t(`transfer.step.${name}`)}</span>
          <time className="muted">{at ? instant(at, language).slice(5) : '—'}</time>
        </li>
      ))}
    </ol>
  )
}

function Consent({ leg: { consent } }: { leg: Leg }) {
  const t = useT()
  const language = useLanguage()
  if (!consent) return null
  return (
    <details className="more leg-consent">
      <summary>
        {t(consent.is_standing ? 'transfer.consent.given' : 'transfer.consent.withdrawn')} ·{' '}
        {instant(consent.given_at, language)}
      </summary>
      <p>{consent.purpose}</p>
      <p className="muted">{consent.method}</p>
      <p className="muted">{consent.data_kinds.map((kind) => t(`transfer.data.${kind}`)).join(' · ')}</p>
    </details>
  )
}
