import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { post, request } from '../api.ts'
import { t as phrase, useLanguage, useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { say } from '../ui/toast.tsx'
import { useTokens, type Token } from './account.ts'
import { Field } from './field.tsx'
import { ShownOnce } from './shown-once.tsx'

/** The tokens by which programs act as the caller. */
export function Tokens() {
  const t = useT()
  const { data, error, refetch } = useTokens()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <NewToken />
      <Section title={t('accounts.tokens')} count={data.length}>
        <ul className="account-rows">
          {data.map((token) => (
            <Row key={token.id} token={token} />
          ))}
        </ul>
        {data.length === 0 && <p className="empty">{t('accounts.no_tokens')}</p>}
      </Section>
    </>
  )
}

function NewToken() {
  const t = useT()
  const client = useQueryClient()
  const make = useMutation({
    mutationFn: ({ input }: { input: object; form: HTMLFormElement }) =>
      post<{ token: string }>('/api/accounts/tokens', input),
    gcTime: 0,
    onSuccess: (_made, { form }) => {
      form.reset()
      void client.invalidateQueries({ queryKey: ['accounts', 'tokens'] })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const until = String(given.get('expires_at'))
    // A day ends at midnight in Shanghai, where the office is.
    const expires_at = until ? new Date(`${until}T23:59:59+08:00`).toISOString() : null
    make.mutate({ input: { label: given.get('label'), expires_at }, form })
  }
  return (
    <Section title={t('accounts.make_token')}>
      <form className="account-form" aria-label={t('accounts.make_token')} onSubmit={submit}>
        <p className="muted">{t('accounts.tokens_how')}</p>
        <Field name="label" label={t('accounts.token_label')} maxLength={100} autoComplete="off" error={make.error} />
        <Field name="expires_at" type="date" label={t('accounts.token_until')} required={false} error={make.error} />
        {make.error && <Trouble error={make.error} />}
        <p>
          <Button type="submit" look="primary" disabled={make.isPending}>
            {t('accounts.make_token')}
          </Button>
        </p>
      </form>
      {make.data && <ShownOnce label={t('accounts.token')} text={make.data.token} words={t('accounts.token_once')} />}
    </Section>
  )
}

function Row({ token: { id, label, created_at, expires_at } }: { token: Token }) {
  const t = useT()
  const language = useLanguage()
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => request<undefined>('DELETE', `/api/accounts/tokens/${id}`),
    onSuccess: () => {
      say(phrase('accounts.revoked'))
      void client.invalidateQueries({ queryKey: ['accounts', 'tokens'] })
    },
  })
  return (
    <li>
      <div>
        <p>
          <b>{label}</b>
        </p>
        <p className="muted">
          {t('accounts.since', { at: instant(created_at, language) })} ·{' '}
          {expires_at ? t('accounts.until', { at: instant(expires_at, language) }) : t('accounts.for_ever')}
        </p>
        {revoke.error && <Trouble error={revoke.error} />}
      </div>
      <Button
        size="small"
        look="danger"
        aria-label={`${t('accounts.revoke')} ${label}`}
        disabled={revoke.isPending}
        onClick={() => confirm(t('accounts.revoke_sure', { label })) && revoke.mutate()}
      >
        {t('accounts.revoke')}
      </Button>
    </li>
  )
}
