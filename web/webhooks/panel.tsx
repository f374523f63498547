import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post, request } from '../api.ts'
import { t as phrase, useLanguage, useT, words } from '../i18n/index.ts'
import '../operations/operations.css'
import '../projects/projects.css'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { say } from '../ui/toast.tsx'
import { Deliveries } from './deliveries.tsx'
import { Secret, Subscribe } from './subscribe.tsx'
import { useSubscriptions, type Subscription } from './webhook.ts'
import './webhooks.css'

/** 事件订阅: where this organisation's systems are told of what, and what became of each message. */
export function Webhooks() {
  const t = useT()
  const { data: subscriptions, error, refetch } = useSubscriptions()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!subscriptions) return <Loading />
  return (
    <>
      <p className="muted webhooks-how">{t('webhook.how')}</p>
      {subscriptions.length === 0 && <p className="empty">{t('webhook.none')}</p>}
      {subscriptions.map((subscription) => (
        <One key={subscription.id} subscription={subscription} />
      ))}
      <Subscribe />
    </>
  )
}

function One({ subscription }: { subscription: Subscription }) {
  const t = useT()
  const language = useLanguage()
  const { id, url, types, state, failing_since, created_at, version } = subscription
  const [secret, setSecret] = useState<string>()
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: (name: 'rotate-secret' | 'enable' | 'end') =>
      name === 'end'
        ? request<undefined>('DELETE', `/api/subscriptions/${id}`, { version })
        : post<{ secret?: string }>(`/api/subscriptions/${id}/${name}`, {}, { version }),
    gcTime: 0,
    onSuccess: (answer) => {
      setSecret(answer?.secret)
      say(phrase('webhook.saved'))
      void client.invalidateQueries({ queryKey: ['webhooks'] })
    },
  })
  return (
    <Section
      title={url}
      aside={
        <span className={`tag ${state === 'active' ? 'green' : 'red'}`}>{words(`webhook.state.${state}`, state)}</span>
      }
    >
      <p className="muted mono webhook-types">{types.join(', ')}</p>
      <p className="muted">
        {t('webhook.since', { at: instant(created_at, language) })}
        {failing_since && ` · ${t('webhook.failing', { at: instant(failing_since, language) })}`}
      </p>
      <p className="operations-row">
        {state !== 'active' && (
          <Button size="small" onClick={() => act.mutate('enable')}>
            {t('webhook.enable')}
          </Button>
        )}
        <Button size="small" onClick={() => act.mutate('rotate-secret')}>
          {t('webhook.rotate')}
        </Button>
        <Button size="small" look="danger" onClick={() => confirm(t('webhook.end_sure')) && act.mutate('end')}>
          {t('webhook.end')}
        </Button>
      </p>
      {act.error && <Trouble error={act.error} />}
      {secret && <Secret secret={secret} />}
      <Deliveries id={id} />
    </Section>
  )
}
