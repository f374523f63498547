import { useState, type FormEvent } from 'react'
import { ProblemError } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Modal } from '../ui/modal.tsx'
import { useAddress } from './address.ts'
import { useSession, useSignIn } from './session.ts'
import { IssuerButton } from './single-sign-on.tsx'

/** Login, password and, for those who have one, the six digits of the authenticator; or the issuer, where there is one. */
export function SignIn() {
  const t = useT()
  const { go } = useAddress()
  const { session } = useSession()
  const signIn = useSignIn()
  const [needsCode, setNeedsCode] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const code = String(form.get('code') ?? '').trim()
    signIn.mutate(
      { login: String(form.get('login')), password: String(form.get('password')), ...(code ? { code } : {}) },
      {
        onSuccess: () => go({ panel: null }),
        onError: (error) =>
          error instanceof ProblemError && error.code === 'accounts/code-needed' && setNeedsCode(true),
      },
    )
  }
  return (
    <Modal label={t('who.sign_in')} className="sign-in" onClose={() => go({ panel: 'map' })}>
      <h1>{t('who.sign_in')}</h1>
      {session.single_sign_on && (
        <>
          <IssuerButton />
          <p className="muted or">{t('who.or')}</p>
        </>
      )}
      <form onSubmit={submit}>
        <label className="field">
          <span>{t('who.login')}</span>
          <input className="input" name="login" autoComplete="username" required autoFocus />
        </label>
        <label className="field">
          <span>{t('who.password')}</span>
          <input className="input" name="password" type="password" autoComplete="current-password" required />
        </label>
        {needsCode && (
          <label className="field">
            <span>{t('who.code')}</span>
            <input
              className="input"
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              pattern="\d{6}"
              required
              autoFocus
            />
          </label>
        )}
        {signIn.error && <Trouble error={signIn.error} />}
        <Button look="primary" type="submit" disabled={signIn.isPending}>
          {t('who.sign_in')}
        </Button>
      </form>
    </Modal>
  )
}
