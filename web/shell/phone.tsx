import { useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'
import { useLanguage, useT } from '../i18n/index.ts'
import { Trouble } from '../ui/fault.tsx'
import { instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import './phone.css'

type Message = {
  id: string
  to: string
  phone_masked: string | null
  text_zh: string
  text_en: string
  state: string
  queued_at: string
  sent_at: string | null
}

/** The demo phone (演示收件箱): every message the platform sent to a person, newest first. Nothing leaves this machine. */
export function Phone() {
  const t = useT()
  const language = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['demo', 'messages', 'list'],
    queryFn: () => get<{ messages: Message[] }>('/api/demo/messages'),
    refetchInterval: 5_000,
  })
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { messages } = data
  return (
    <div className="phone">
      <p className="muted">{t('phone.explain')}</p>
      {messages.length === 0 && <p className="empty">{t('phone.empty')}</p>}
      <ol aria-live="polite">
        {messages.map((message) => (
          <li key={message.id}>
            <header>
              <b>{message.to}</b>
              <time className="muted">{instant(message.sent_at ?? message.queued_at, language)}</time>
            </header>
            <p>{language === 'en' ? message.text_en : message.text_zh}</p>
            <small className="muted">
              {message.phone_masked} · {t(`phone.state.${message.state}`)}
            </small>
          </li>
        ))}
      </ol>
    </div>
  )
}
