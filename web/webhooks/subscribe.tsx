import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { post } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Section } from '../ui/section.tsx'

/** A new address to be told at; its secret is shown this once. */
export function Subscribe() {
  const t = useT()
  const client = useQueryClient()
  const [secret, setSecret] = useState<string>()
  const create = useMutation({
    mutationFn: (input: { url: string; types: string[] }) => post<{ secret: string }>('/api/subscriptions', input),
    gcTime: 0,
    onSuccess: (made) => {
      setSecret(made.secret)
      void client.invalidateQueries({ queryKey: ['webhooks'] })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const types = String(form.get('types')).split(/[\s,，]+/)
    create.mutate({ url: String(form.get('url')).trim(), types: types.filter(Boolean) })
  }
  return (
    <Section title={t('webhook.new')}>
      <form className="webhook-form" onSubmit={submit}>
        <label className="field">
          <span>{t('webhook.url')}</span>
          <input className="input mono" type="url" name="url" required placeholder="https://" />
        </label>
        <label className="field">
          <span>{t('webhook.types')}</span>
          <input className="input mono" name="types" required defaultValue="*" />
          <small className="hint">{t('webhook.types_hint')}</small>
        </label>
        {create.error && <Trouble error={create.error} />}
        <p>
          <Button type="submit" look="primary" disabled={create.isPending}>
            {t('webhook.subscribe')}
          </Button>
        </p>
      </form>
      {secret && <Secret secret={secret} />}
    </Section>
  )
}

/** The key that signs what is sent (Standard Webhooks). The server shows it once and keeps it sealed. */
export function Secret({ secret }: { secret: string }) {
  const t = useT()
  return (
    <p className="webhook-secret" role="status">
      {t('webhook.secret_once')} <code className="mono">{secret}</code>
    </p>
  )
}
