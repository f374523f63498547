import { useState } from 'react'
import { pick, useLanguage, useT, words } from '../i18n/index.ts'
import { dueWords } from '../projects/due.ts'
import { useAddress } from '../shell/address.ts'
import { useFilters } from '../shell/filters.ts'
import { useSession } from '../shell/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { dayWords } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { Filters } from './filters.tsx'
import { countsOf, groupsOf, passing, type Group } from './groups.ts'
import { useRowKeys } from './keys.ts'
import { MatterRow } from './matter-row.tsx'
import type { Matter } from './matter.ts'
import { useMatters } from './matters.ts'

/** What is due across all digs, by clock and day: counted, filtered in step with the map, walked by keyboard, several decided at once. */
export function AuthorityDesk() {
  const t = useT()
  const { session } = useSession()
  const { whose, town, clock, go } = useAddress()
  const { cards, kinds, reset } = useFilters()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const { data, error, refetch } = useMatters(whose === 'all' ? 'all' : 'mine')
  useRowKeys()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const shown = passing(data.items, { cards, kinds, town, clock })
  const chosen = shown.filter(({ permit }) => permit && ticked.has(permit.id))
  const tick = (ids: readonly string[], isOn: boolean) =>
    setTicked((now) => new Set([...[...now].filter((id) => !ids.includes(id)), ...(isOn ? ids : [])]))
  const { over, today, yellow, red } = countsOf(shown, session.today)
  return (
    <div className="desk">
      <p className="desk-counts" role="status">
        <b>{t('desk.count', { count: shown.length })}</b>
        <span data-card={over > 0 ? 'red' : undefined}>{t('desk.over', { count: over })}</span>
        <span>{t('desk.today', { count: today })}</span>
        <span data-card={yellow > 0 ? 'yellow' : undefined}>{t('desk.yellow', { count: yellow })}</span>
        <span data-card={red > 0 ? 'red' : undefined}>{t('desk.red', { count: red })}</span>
        {data.total > data.items.length && <small>{t('desk.more', { count: data.total })}</small>}
      </p>
      <Filters matters={data.items} />
      <p className="desk-keys muted">{t('desk.keys')}</p>
      <BulkBar chosen={chosen} onClear={() => setTicked(new Set())} />
      {shown.length === 0 && (
        <p className="empty">
          {t(data.items.length === 0 ? 'desk.empty' : 'desk.none_pass')}
          {data.items.length > 0 && (
            <Button
              size="small"
              onClick={() => (reset(), go({ town: undefined, clock: undefined }, { replace: true }))}
            >
              {t('desk.all')}
            </Button>
          )}
        </p>
      )}
      {groupsOf(shown).map((group) => (
        <ClockGroup key={group.clock} group={group} ticked={ticked} onTick={tick} />
      ))}
    </div>
  )
}

type Ticks = { ticked: ReadonlySet<string>; onTick: (ids: readonly string[], isOn: boolean) => void }

function ClockGroup({ group, ticked, onTick }: { group: Group } & Ticks) {
  const t = useT()
  const language = useLanguage()
  const { session } = useSession()
  const title = words(`clock.${group.clock}`, group.clock)
  const ids = group.days.flatMap(({ matters }) => matters.flatMap(({ permit }) => (permit ? [permit.id] : [])))
  const isAll = ids.length > 0 && ids.every((id) => ticked.has(id))
  return (
    <section className="desk-group" aria-label={title}>
      <header>
        <h2>
          {title} <small className="muted">{group.count}</small>
        </h2>
        {ids.length > 1 && (
          <Button look="quiet" size="small" aria-pressed={isAll} onClick={() => onTick(ids, !isAll)}>
            {t('desk.tick_all')}
          </Button>
        )}
      </header>
      {group.days.map(({ due_on, matters }) => (
        <div key={due_on} className="desk-day">
          <h3>
            {dayWords(due_on, language, session.today.slice(0, 4))}
            <span>{dueWords({ due_on }, session.today)}</span>
          </h3>
          <ol className="rows">
            {matters.map((matter) => (
              <TickedRow key={matter.id} matter={matter} ticked={ticked} onTick={onTick} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

function TickedRow({ matter, ticked, onTick }: { matter: Matter } & Ticks) {
  const t = useT()
  const language = useLanguage()
  const { permit } = matter
  return (
    <li data-ticked={(permit && ticked.has(permit.id)) || undefined}>
      {permit && (
        <input
          type="checkbox"
          className="desk-tick"
          tabIndex={-1}
          aria-label={t('desk.tick', { title: pick(language, matter.title_zh, matter.title_en) })}
          checked={ticked.has(permit.id)}
          onChange={({ currentTarget }) => onTick([permit.id], currentTarget.checked)}
        />
      )}
      <MatterRow matter={matter} />
    </li>
  )
}
