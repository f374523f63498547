import { useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'
import { useT, words } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { Section } from '../ui/section.tsx'
import type { Leg } from './transfer.ts'
import './transfers.css'

type Row = { id: string; unit_label: string; legs: Pick<Leg, 'reason_code' | 'arrears_yuan'>[] }

/** A utility's legs that nothing but its own people can move on: no clock runs for them, so the desk's matters lack them. */
export function WaitingLegs() {
  const t = useT()
  const { sel, go } = useAddress()
  const { data } = useQuery({
    queryKey: ['transfers', 'list', 'waiting'],
    queryFn: ({ signal }) =>
      get<{ transfers: Row[] }>('/api/transfers', { status: 'precheck_blocked', limit: 3 }, signal),
  })
  if (!data || data.transfers.length === 0) return null
  return (
    <Section title={t('transfer.waiting')}>
      <ul className="waiting-legs">
        {data.transfers.map(({ id, unit_label, legs: [leg] }) => (
          <li key={id}>
            <button
              type="button"
              className="link"
              aria-current={sel === id || undefined}
              onClick={() => go({ sel: id })}
            >
              {unit_label}
            </button>
            {leg?.reason_code && (
              <span className="tag red">
                {words(`value.${leg.reason_code}`, leg.reason_code)}
                {leg.arrears_yuan !== null && ` ¥${leg.arrears_yuan.toFixed(2)}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
