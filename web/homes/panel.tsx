import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { get } from '../api.ts'
import { useT } from '../i18n/index.ts'
import '../projects/projects.css'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { Trouble } from '../ui/fault.tsx'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/section.tsx'
import { groupedCode, type UnitRow } from './home.ts'
import './homes.css'
import { recentBuildings } from './recent.ts'
import { useDemoSale } from './sale.ts'

type Found = UnitRow & { building_id: string }

/** 楼盘表: find a home by its label or code, or a building by its name or on the map. */
export function Homes() {
  const t = useT()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data, error, refetch } = useQuery({
    queryKey: ['homes', 'search', q],
    queryFn: ({ signal }) => get<{ units: Found[] }>('/api/homes/units', { q, limit: 50 }, signal),
    enabled: q.length >= 2,
    placeholderData: (before) => before,
  })
  return (
    <>
      <div className="home-search">
        <label className="field">
          <span>{t('home.search')}</span>
          <input
            className="input"
            type="search"
            value={text}
            placeholder={t('home.search_example')}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <p className="muted">{t('home.or_map')}</p>
      </div>
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {q.length >= 2 && data ? <Results units={data.units} /> : <Start />}
    </>
  )
}

function Results({ units }: { units: Found[] }) {
  const t = useT()
  const buildings = [...new Map(units.map((unit) => [unit.building_id, buildingTitle(unit)])).entries()]
  if (units.length === 0) return <p className="empty">{t('search.nothing')}</p>
  return (
    <>
      <Section title={t('home.buildings')}>
        <BuildingList list={buildings.map(([id, title]) => ({ id, title }))} />
      </Section>
      <Section title={t('home.homes')} count={units.length}>
        <ul className="home-list">
          {units.map((unit) => (
            <Choice key={unit.id} id={unit.id} title={unit.label} note={groupedCode(unit.unit_code)} />
          ))}
        </ul>
      </Section>
    </>
  )
}

/** The label of a home is its building's and then entrance and room: 怡心里3栋2单元1502. */
function buildingTitle({ label }: UnitRow): string {
  return /^.*?栋/.exec(label)?.[0] ?? label
}

/** Before anything was typed: the demo's own building, and the ones opened last. */
function Start() {
  const t = useT()
  const { session } = useSession()
  const sale = useDemoSale(session.demo && session.role === 'registry')
  const recent = recentBuildings().filter(({ id }) => id !== sale?.building_id)
  return (
    <>
      {sale && (
        <Section title={t('home.example')}>
          <ul className="home-list">
            <Choice
              id={sale.building_id}
              title={buildingTitle({ label: sale.label } as UnitRow)}
              note={t('home.grid')}
            />
            <Choice id={sale.unit_id} title={sale.label} note={t('home.for_sale')} />
          </ul>
        </Section>
      )}
      {recent.length > 0 && (
        <Section title={t('home.recent')}>
          <BuildingList list={recent} />
        </Section>
      )}
    </>
  )
}

function BuildingList({ list }: { list: { id: string; title: string }[] }) {
  return (
    <ul className="home-list">
      {list.map(({ id, title }) => (
        <Choice key={id} id={id} title={title} />
      ))}
    </ul>
  )
}

function Choice({ id, title, note }: { id: string; title: string; note?: string }) {
  const { sel, go } = useAddress()
  return (
    <li>
      <button type="button" aria-current={sel === id || undefined} onClick={() => go({ sel: id })}>
        <Icon name={id.startsWith('bld') ? 'layers' : 'home'} size={16} />
        <span>
          {title}
          {note && <small className="muted">{note}</small>}
        </span>
      </button>
    </li>
  )
}
