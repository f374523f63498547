import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { collect, type Geometry } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import { cardColour } from '../map/palette.ts'
import { Operations } from '../operations/operations.tsx'
import { useAddress } from '../shell/address.ts'
import { Trouble } from '../ui/fault.tsx'
import { instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { orderStates, useOrders, type Alert, type OrderState, type StopOrder } from './alert.ts'

/** Its stop orders, by state and by words; those not acknowledged as points on the map, the silent ones in red. */
export function Orders({ alert }: { alert: Alert }) {
  const t = useT()
  const [state, setState] = useState<OrderState | ''>('')
  const [q, setQ] = useState('')
  const { data, error, refetch } = useOrders(alert.id, state, q)
  useUnanswered(data)
  return (
    <div className="alert-orders">
      <div className="alert-filters">
        <label className="field">
          <span>{t('alert.state')}</span>
          <select className="input" value={state} onChange={({ target }) => setState(target.value as OrderState | '')}>
            <option value="">{t('alert.all_states')}</option>
            {orderStates.map((one) => (
              <option key={one} value={one}>
                {t(`alert.order.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t('alert.find')}</span>
          <input className="input" type="search" value={q} onChange={({ target }) => setQ(target.value)} />
        </label>
      </div>
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <p className="muted" role="status">
            {t('alert.order_count', { count: data.length })}
          </p>
          <ul className="alert-rows">
            {data.map((order) => (
              <OrderRow key={order.id} order={order} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function OrderRow({ order }: { order: StopOrder }) {
  const t = useT()
  const language = useLanguage()
  const client = useQueryClient()
  const { go } = useAddress()
  const { status, is_silent, answer_by, acknowledged_at } = order
  const state = is_silent ? 'silent' : status
  return (
    <li>
      <button type="button" className="link" onClick={() => go({ sel: order.project_id })}>
        {pick(language, order.name, order.name_en)}
      </button>{' '}
      <span className={is_silent ? 'tag red' : 'tag'}>{t(`alert.order.${state}`)}</span>
      <br />
      <small className="muted">
        <span className="mono">{order.reference}</span> · {order.promoter_name}
        {acknowledged_at
          ? ` · ${t('alert.acknowledged_at', { at: instant(acknowledged_at, language) })}`
          : ` · ${t('alert.answer_by', { at: instant(answer_by, language) })}`}
      </small>
      <Operations
        isSmall
        actions={order.actions}
        onDone={() => void client.invalidateQueries({ queryKey: ['alerts'] })}
      />
    </li>
  )
}

function useUnanswered(orders: StopOrder[] | undefined): void {
  const map = useMap()
  useEffect(() => {
    const points = (isSilent: boolean) =>
      (orders ?? [])
        .filter(({ status, is_silent }) => status === 'sent' && is_silent === isSilent)
        .map(({ point }) => point as Geometry)
    const show = (name: string, isSilent: boolean, colour: string) => {
      const found = points(isSilent)
      map?.sketch(name, found.length > 0 ? { features: collect(found), colour } : null)
    }
    show('alert-waiting', false, cardColour.yellow)
    show('alert-silent', true, cardColour.red)
    return () => {
      map?.sketch('alert-waiting', null)
      map?.sketch('alert-silent', null)
    }
  }, [map, orders])
}
