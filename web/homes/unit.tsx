import { useState } from 'react'
import { pick, useLanguage, useT, words } from '../i18n/index.ts'
import { useSketch } from '../map/use-sketch.ts'
import '../projects/projects.css'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { StatusTag } from '../transfers/status-tag.tsx'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { instant, squareMetres } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { groupedCode, useUnit, useUnitHistory, type Sale, type Unit } from './home.ts'
import './homes.css'
import { OpenSale } from './open-sale.tsx'
import { DigsNear, OriginOf } from './origin.tsx'

/** A home: its code, the dig it came from, what is dug at its door, and of its sales what this person has a part in. */
export function UnitPanel({ id }: { id: string }) {
  const { session } = useSession()
  const [isOpening, setOpening] = useState(false)
  const { data: unit, error, refetch } = useUnit(id)
  useSketch('building', unit?.building.geometry ? [unit.building.geometry] : [], { isGoneTo: true })
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!unit) return <Loading />
  const isPart = ['registry', 'utility', 'auditor'].includes(session.role)
  return (
    <div className="home">
      <Header unit={unit} />
      {isOpening ? (
        <OpenSale unit={unit} onClose={() => setOpening(false)} />
      ) : (
        <>
          {isPart && <Sales unit={unit} {...(session.role === 'registry' ? { onOpen: () => setOpening(true) } : {})} />}
          <OriginOf of={unit} completed_on={unit.building.completed_on} />
          <DigsNear digs={unit.digs} />
          {isPart && <SaleHistory id={id} />}
        </>
      )}
    </div>
  )
}

function Header({ unit }: { unit: Unit }) {
  const language = useLanguage()
  const { go } = useAddress()
  const { label, unit_code, area_m2, building } = unit
  return (
    <header className="home-head">
      <p>
        <button type="button" className="link" onClick={() => go({ sel: building.id })}>
          {pick(language, building.estate_name + building.name, building.name_en)}
        </button>
      </p>
      <h1>{label}</h1>
      <p className="muted">
        <span className="mono">{groupedCode(unit_code)}</span>
        {area_m2 !== null && ` · ${squareMetres(area_m2)}`}
        {building.street_name && ` · ${building.street_name}`}
      </p>
    </header>
  )
}

const isOver = (status: string | null) =>
  status !== null && ['completed', 'completed_with_exceptions', 'cancelled'].includes(status)

function Sales({ unit: { transfers }, onOpen }: { unit: Unit; onOpen?: () => void }) {
  const t = useT()
  const hasOpen = transfers.some(({ status }) => !isOver(status))
  return (
    <Section title={t('panel.transfers')}>
      {transfers.length === 0 && <p className="muted">{t('home.no_sale')}</p>}
      <ul className="home-sales">
        {transfers.map((sale) => (
          <SaleRow key={sale.id} sale={sale} />
        ))}
      </ul>
      {onOpen && !hasOpen && (
        <p>
          <Button look="primary" onClick={onOpen}>
            {t('home.open_sale')}
          </Button>
        </p>
      )}
    </Section>
  )
}

function SaleRow({ sale: { id, reference, status, opened_at, legs } }: { sale: Sale }) {
  const language = useLanguage()
  const { go } = useAddress()
  return (
    <li>
      <button type="button" className="link mono" onClick={() => go({ sel: id })}>
        {reference}
      </button>
      {status && <StatusTag of="case" status={status} />}
      <span className="muted">
        {opened_at && `${instant(opened_at, language)} · `}
        {legs
          .map(({ kind, status: now }) => `${words(`utility.${kind}`, kind)} ${words(`transfer.leg.${now}`, now)}`)
          .join(' · ')}
      </span>
    </li>
  )
}

function SaleHistory({ id }: { id: string }) {
  const t = useT()
  const language = useLanguage()
  const { data: events = [] } = useUnitHistory(id)
  if (events.length === 0) return null
  return (
    <Section title={t('home.history')} count={events.length}>
      <ol className="history">
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <time className="muted">{instant(event.at, language)}</time>
            <b>{words(`event.${event.type}`, event.type)}</b>
            {event.hash && (
              <small className="muted mono" title={event.hash}>
                {t('history.sealed', { seq: event.seq, hash: event.hash.slice(0, 10) })}
              </small>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
