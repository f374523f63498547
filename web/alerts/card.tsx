import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { pick, useLanguage, useT, words } from '../i18n/index.ts'
import { collect, type Geometry } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import { cardColour } from '../map/palette.ts'
import { Operations } from '../operations/operations.tsx'
import { useSession } from '../shell/session.ts'
import { Button } from '../ui/button.tsx'
import { instant } from '../ui/format.ts'
import { levelLook, type Alert } from './alert.ts'
import { Orders } from './orders.tsx'

type Props = { alert: Alert; isOpen: boolean; onToggle: (isOpen: boolean) => void }

/** One alert: its level, ground, time and law; the receipts as a bar; opened, its orders one by one. */
export function AlertCard({ alert, isOpen, onToggle }: Props) {
  const t = useT()
  const language = useLanguage()
  const client = useQueryClient()
  const { session } = useSession()
  const { level, kind, status, counts, geometry } = alert
  useGround(isOpen && status !== 'lifted' ? (geometry as Geometry | null) : null)
  return (
    <li className="alert-card" data-level={level}>
      <h3>
        {words(`alert.kind.${kind}`, kind)}{' '}
        <span className={`tag ${levelLook[level] ?? ''}`}>{t(`alert.level.${level}`)}</span>{' '}
        <span className="tag">{t(`alert.status.${status}`)}</span>
      </h3>
      <p className="number">
        {instant(alert.from_at, language)} — {instant(alert.lifted_at ?? alert.until_at, language)}
      </p>
      <p className="muted">
        {t(geometry ? 'restriction.in_area' : 'restriction.whole_district')} ·{' '}
        {alert.kinds.map((one) => t(`kind.${one}`)).join(' / ')}
        {alert.exempts_emergency && ` · ${t('alert.exempts_emergency')}`}
      </p>
      <p className="muted">
        {pick(language, alert.basis_zh, alert.basis_en)}
        {alert.note && ` · ${alert.note}`}
        {alert.lift_reason && ` · ${t('alert.lifted_because', { reason: alert.lift_reason })}`}
      </p>
      {counts && counts.orders > 0 && <Receipts counts={counts} />}
      <Operations actions={alert.actions} onDone={() => void client.invalidateQueries({ queryKey: ['alerts'] })} />
      {session.role !== 'public' && counts && counts.orders > 0 && (
        <Button size="small" aria-expanded={isOpen} onClick={() => onToggle(!isOpen)}>
          {t(isOpen ? 'alert.hide_orders' : 'alert.show_orders', { count: counts.orders })}
        </Button>
      )}
      {isOpen && counts && counts.orders > 0 && <Orders alert={alert} />}
    </li>
  )
}

/** How many have acknowledged, in words and as a bar. */
function Receipts({ counts }: { counts: NonNullable<Alert['counts']> }) {
  const t = useT()
  const { orders, acknowledged, silent } = counts
  const percent = Math.round((acknowledged / orders) * 100)
  return (
    <div className="alert-receipts">
      <p>
        <b>{t('alert.receipts', { acknowledged, orders, percent })}</b>{' '}
        {silent > 0 && <span className="tag red">{t('alert.silent_count', { count: silent })}</span>}
      </p>
      <span className="alert-bar" aria-hidden="true">
        <i style={{ width: `${percent}%` }} />
      </span>
    </div>
  )
}

function useGround(geometry: Geometry | null): void {
  const map = useMap()
  useEffect(() => {
    map?.sketch('alert', geometry ? { features: collect([geometry]), colour: cardColour.red, isDashed: true } : null)
    return () => map?.sketch('alert', null)
  }, [map, geometry])
}
