import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, type FormEvent } from 'react'
import { post, request } from '../api.ts'
import { t as phrase, useT } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { Modal } from '../ui/modal.tsx'
import { say } from '../ui/toast.tsx'
import './accounts.css'
import { Field } from './field.tsx'

const Code = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }))

/** Enrols an authenticator: a fresh secret, as a picture and as text, kept only when its six digits come back right. */
export function SecondFactor() {
  const t = useT()
  const { go } = useAddress()
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey: ['accounts', 'second-factor'],
    queryFn: () => post<{ secret: string; address: string }>('/api/accounts/second-factor'),
    staleTime: Infinity,
    gcTime: 0,
  })
  const leave = () => go({ panel: null })
  const enrol = useMutation({
    mutationFn: (code: string) =>
      request<undefined>('PUT', '/api/accounts/second-factor', { body: { secret: data!.secret, code } }),
    onSuccess: () => {
      say(phrase('second_factor.done'))
      void client.invalidateQueries({ queryKey: ['accounts', 'people'] })
      leave()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    enrol.mutate(String(new FormData(event.currentTarget).get('code')))
  }
  return (
    <Modal label={t('second_factor.title')} className="sign-in" onClose={leave}>
      <form onSubmit={submit}>
        <h1>{t('second_factor.title')}</h1>
        <p className="muted">{t('second_factor.offer')}</p>
        {error && <Trouble error={error} />}
        {!data && !error && <Loading />}
        {data && (
          <>
            <p>{t('second_factor.how')}</p>
            <div className="account-qr">
              <Suspense fallback={<Loading />}>
                <Code text={data.address} label={t('second_factor.qr')} />
              </Suspense>
            </div>
            <p>
              {t('second_factor.secret')}{' '}
              <code className="mono account-secret">{data.secret.match(/.{4}/g)!.join(' ')}</code>
            </p>
            <Field
              name="code"
              label={t('who.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              pattern="\d{6}"
              autoFocus
              error={enrol.error}
            />
          </>
        )}
        {enrol.error && <Trouble error={enrol.error} />}
        <p className="account-buttons">
          <Button type="submit" look="primary" disabled={!data || enrol.isPending}>
            {t('second_factor.confirm')}
          </Button>
          <Button look="quiet" onClick={leave}>
            {t('second_factor.later')}
          </Button>
        </p>
      </form>
    </Modal>
  )
}
