import { useMutation } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { post } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'

type Clear = { parties: Record<string, string | number | null>[] } & Record<string, unknown>

/** After this time what was shown in clear is gone from the page again. */
const shown_ms = 60_000

/** Personal data in clear: only on asking, only with a reason that the server keeps, for a minute, and stored nowhere. */
export function Reveal({ href }: { href: string }) {
  const t = useT()
  const [isAsking, setAsking] = useState(false)
  const read = useMutation({ mutationFn: (reason: string) => post<Clear>(href, { reason }), gcTime: 0 })
  const { data, reset } = read
  useEffect(() => {
    if (!data) return
    const timer = setTimeout(reset, shown_ms)
    return () => clearTimeout(timer)
  }, [data, reset])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsking(false)
    read.mutate(String(new FormData(event.currentTarget).get('reason')).trim())
  }
  if (data) return <InClear data={data} onHide={reset} />
  return (
    <div className="reveal">
      {isAsking ? (
        <form onSubmit={submit}>
          <label className="field">
            <span>{t('transfer.reveal.reason')}</span>
            <input className="input" name="reason" required minLength={2} maxLength={200} autoFocus />
          </label>
          <p className="operations-row">
            <Button type="submit" size="small">
              {t('transfer.reveal.read')}
            </Button>
            <Button size="small" look="quiet" onClick={() => setAsking(false)}>
              {t('app.cancel')}
            </Button>
          </p>
        </form>
      ) : (
        <Button size="small" icon="eye" disabled={read.isPending} onClick={() => setAsking(true)}>
          {t('transfer.reveal.ask')}
        </Button>
      )}
      {read.error && <Trouble error={read.error} />}
    </div>
  )
}

function InClear({ data: { parties, ...rest }, onHide }: { data: Clear; onHide: () => void }) {
  const t = useT()
  const facts = Object.entries(rest).filter(([, value]) => typeof value === 'string')
  return (
    <div className="reveal" role="group" aria-label={t('transfer.reveal.shown')}>
      <dl className="reveal-facts">
        {parties.map(({ side, number, name, id_no, phone }) => (
          <div key={`${side}${number}`}>
            <dt>{t(`transfer.side.${side}`)}</dt>
            <dd>
              {name} <span className="mono">{id_no}</span> <span className="mono">{phone}</span>
            </dd>
          </div>
        ))}
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`transfer.data.${name}`)}</dt>
            <dd className="mono">{String(value)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t('transfer.reveal.kept')}</p>
      <Button size="small" onClick={onHide}>
        {t('transfer.reveal.hide')}
      </Button>
    </div>
  )
}
