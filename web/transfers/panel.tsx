import { useQueryClient } from '@tanstack/react-query'
import { useDictionary } from '../dictionaries/dictionary.ts'
import { pick, t as say_words, useLanguage, useT, words } from '../i18n/index.ts'
import { useMap } from '../map/holder.ts'
import { Operations } from '../operations/operations.tsx'
import '../projects/projects.css'
import { useAddress } from '../shell/address.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { day, instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { say } from '../ui/toast.tsx'
import { BuyerLink } from './buyer-link.tsx'
import { inOrder } from './kinds.ts'
import { LegCard } from './leg.tsx'
import { Reveal } from './reveal.tsx'
import { StatusTag } from './status-tag.tsx'
import { useTransfer, type Transfer } from './transfer.ts'
import './transfers.css'

/** A linked transfer: the case as its registry runs it, or the one leg of it that a utility has. */
export function TransferPanel({ id }: { id: string }) {
  const { data: transfer, error, refetch } = useTransfer(id)
  const reasons = useReasons()
  const done = useDone()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!transfer) return <Loading />
  const isWhole = transfer.status !== null
  return (
    <div className="transfer">
      <Header transfer={transfer} />
      <div className="transfer-body">
        <Legs transfer={transfer} reasons={reasons} onDone={done} />
        {isWhole && <Parties transfer={transfer} />}
        {isWhole && <BuyerLink id={transfer.id} />}
        <Digs transfer={transfer} />
      </div>
      {transfer.actions.length > 0 && (
        <footer className="project-actions">
          <Operations
            actions={transfer.actions.map((action) => ({ ...action, version: action.version ?? transfer.version }))}
            onDone={done}
          />
        </footer>
      )}
    </div>
  )
}

function Header({ transfer }: { transfer: Transfer }) {
  const t = useT()
  const language = useLanguage()
  const { go } = useAddress()
  const { unit, reference, street_name, status, acceptance_no, certificate_no, opened_at, entered_at } = transfer
  return (
    <header className="transfer-head">
      <p className="muted mono">{reference}</p>
      <h1>{unit.label}</h1>
      <p className="transfer-tags">
        {status && <StatusTag of="case" status={status} />}
        {street_name && <span className="tag">{street_name}</span>}
        {unit.id && (
          <Button size="small" look="quiet" icon="home" onClick={() => go({ sel: unit.id! })}>
            {t('transfer.to_home')}
          </Button>
        )}
      </p>
      {acceptance_no && (
        <p className="muted">
          {t('transfer.acceptance_no')} <span className="mono">{acceptance_no}</span> · {instant(opened_at, language)}
        </p>
      )}
      {entered_at && (
        <p className="muted">
          {t('transfer.step.entered')} {instant(entered_at, language)} · <span className="mono">{certificate_no}</span>
        </p>
      )}
      {transfer.cancel_reason && <p className="muted">{transfer.cancel_reason}</p>}
    </header>
  )
}

function Legs({
  transfer,
  ...rest
}: {
  transfer: Transfer
  reasons: readonly string[]
  onDone: (name: string) => void
}) {
  const t = useT()
  return (
    <Section title={t('transfer.legs')}>
      <ul className="legs" aria-live="polite">
        {inOrder(transfer.legs).map((leg) => (
          <LegCard key={leg.kind} leg={leg} transfer={transfer} {...rest} />
        ))}
      </ul>
    </Section>
  )
}

function Parties({ transfer: { id, parties } }: { transfer: Transfer }) {
  const t = useT()
  return (
    <Section title={t('transfer.parties')}>
      <ul className="parties">
        {parties.map(({ side, number, name_masked, id_type }) => (
          <li key={`${side}${number}`}>
            <span className="tag">{t(`transfer.side.${side}`)}</span> {name_masked}{' '}
            <span className="muted">{t(`transfer.id_type.${id_type}`)}</span>
          </li>
        ))}
      </ul>
      <Reveal href={`/api/transfers/${id}/parties`} />
    </Section>
  )
}

function Digs({ transfer: { digs } }: { transfer: Transfer }) {
  const t = useT()
  const language = useLanguage()
  const { go } = useAddress()
  if (digs.length === 0) return null
  return (
    <Section title={t('home.digs')} count={digs.length}>
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

/** After a yes everything that shows transfers or homes reads again. */
function useDone(): (name: string) => void {
  const client = useQueryClient()
  const map = useMap()
  return (name) => {
    say(say_words('action.done', { action: words(`action.${name}`, name) }))
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('list') })
    map?.refresh(map.liveSources())
  }
}

const useReasons = (): string[] => useDictionary('rejection_reason').data?.map(({ code }) => code) ?? []
