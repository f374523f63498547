import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { post, type Api, type InferResponseType } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { useBecome, useSession } from '../shell/session.ts'
import { IssuerButton } from '../shell/single-sign-on.tsx'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { Modal } from '../ui/modal.tsx'
import './accounts.css'
import { Field } from './field.tsx'

type Where = InferResponseType<Api['signIns']['invitation']['$post'], 200>

/** `/?invitation=…`: where the link leads, then a login and a password of one's own, or the issuer; afterwards one is signed in. */
export function Invitation({ invitation }: { invitation: string }) {
  const t = useT()
  const language = useLanguage()
  const { go } = useAddress()
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', invitation],
    queryFn: () => post<Where>('/api/session/invitation', { invitation }),
    staleTime: Infinity,
  })
  const organisation = data && pick(language, data.organisation_name_zh, data.organisation_name_en)
  return (
    <Modal
      label={t('invitation.title')}
      className="sign-in"
      onClose={() => go({ invitation: undefined, panel: 'map' })}
    >
      <h1>{t('invitation.title')}</h1>
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <p>{t('invitation.leads', { organisation, role: t(`role.${data.role}`) })}</p>
          <Accept invitation={invitation} />
        </>
      )}
    </Modal>
  )
}

function Accept({ invitation }: { invitation: string }) {
  const t = useT()
  const { go } = useAddress()
  const { session } = useSession()
  const become = useBecome()
  const [differs, setDiffers] = useState(false)
  const accept = useMutation({
    mutationFn: (person: object) => post<undefined>('/api/session/accept-invitation', person),
    onSuccess: () => {
      become()
      go({ invitation: undefined, panel: 'second-factor' })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { again, name_en, ...given } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    const isTwice = again === given.password
    setDiffers(!isTwice)
    if (isTwice) accept.mutate({ invitation, ...given, name_en: name_en?.trim() || given.name_zh })
  }
  const { error } = accept
  return (
    <>
      {session.single_sign_on && (
        <>
          <IssuerButton invitation={invitation} />
          <p className="muted or">{t('who.or')}</p>
        </>
      )}
      <form onSubmit={submit}>
        <Field
          name="name_zh"
          label={t('invitation.name')}
          autoComplete="name"
          maxLength={100}
          error={error}
          autoFocus
        />
        <Field name="name_en" label={t('invitation.name_en')} required={false} maxLength={100} error={error} />
        <Field
          name="login"
          label={t('who.login')}
          hint={t('invitation.login_hint')}
          autoComplete="username"
          pattern="[A-Za-z0-9._@+\-]{3,80}"
          error={error}
        />
        <Field
          name="password"
          type="password"
          label={t('who.password')}
          hint={t('invitation.password_hint')}
          autoComplete="new-password"
          minLength={12}
          maxLength={200}
          error={error}
        />
        <Field name="again" type="password" label={t('invitation.again')} autoComplete="new-password" maxLength={200} />
        {differs && (
          <p className="trouble" role="alert">
            {t('invitation.differs')}
          </p>
        )}
        {error && <Trouble error={error} />}
        <Button look="primary" type="submit" disabled={accept.isPending}>
          {t('invitation.accept')}
        </Button>
      </form>
    </>
  )
}
