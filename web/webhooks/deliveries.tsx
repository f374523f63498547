import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, post } from '../api.ts'
import { t as phrase, useLanguage, useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { say } from '../ui/toast.tsx'
import { useDeliveries, type Delivery } from './webhook.ts'

const states = ['all', 'pending', 'sent', 'failed'] as const
const tone = { pending: 'accent', sent: 'green', failed: 'red' } as const

/** What was sent to one address, the newest first, and a way to send it once more under the same id. */
export function Deliveries({ id }: { id: string }) {
  const t = useT()
  const [state, setState] = useState<(typeof states)[number]>('all')
  const { data, error, refetch } = useDeliveries(id, state)
  return (
    <div className="deliveries">
      <Tabs
        name={t('webhook.deliveries')}
        tabs={states.map((name) => ({ name, label: t(`webhook.delivery.${name}`) }))}
        open={state}
        onOpen={setState}
      />
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <p className="empty">{t('webhook.no_deliveries')}</p>}
      <ol>
        {data?.map((delivery) => (
          <Row key={delivery.id} delivery={delivery} />
        ))}
      </ol>
    </div>
  )
}

function Row({ delivery }: { delivery: Delivery }) {
  const t = useT()
  const language = useLanguage()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const { id, event_id, type, state, attempts, last_status, last_error, created_at, next_at } = delivery
  const replay = useMutation({
    mutationFn: () => post<undefined>(`/api/deliveries/${id}/replay`),
    onSuccess: () => {
      say(phrase('webhook.queued'))
      void client.invalidateQueries({ queryKey: ['webhooks'] })
    },
  })
  return (
    <li>
      <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className={`tag ${tone[state]}`}>{t(`webhook.delivery.${state}`)}</span>{' '}
          <span className="mono">{type}</span> <span className="muted">{instant(created_at, language)}</span>
        </summary>
        <p className="muted mono webhook-types">{event_id}</p>
        <p className="muted">
          {[
            t('webhook.attempts', { count: attempts }),
            last_status && `HTTP ${last_status}`,
            last_error,
            state === 'pending' && next_at && t('webhook.next', { at: instant(next_at, language) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {isOpen && <Attempts id={id} />}
        {replay.error && <Trouble error={replay.error} />}
        <Button size="small" disabled={replay.isPending} onClick={() => replay.mutate()}>
          {t('webhook.replay')}
        </Button>
      </details>
    </li>
  )
}

type Attempt = { number: number; at: string; status: number | null; error: string | null; duration_ms: number }

function Attempts({ id }: { id: string }) {
  const language = useLanguage()
  const { data } = useQuery({
    queryKey: ['webhooks', id, 'attempts', 'list'],
    queryFn: ({ signal }) => get<{ attempts: Attempt[] }>(`/api/deliveries/${id}/attempts`, undefined, signal),
  })
  return (
    <ol className="muted">
      {data?.attempts.map(({ number, at, status, error, duration_ms }) => (
        <li key={number}>
          {number}. {instant(at, language)} · {status ?? error} · {duration_ms} ms
        </li>
      ))}
    </ol>
  )
}
