import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { post } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { Modal } from '../ui/modal.tsx'
import { useAddress } from './address.ts'
import { useBecome, useSession } from './session.ts'

// What the issuer answered, read before the router puts the address in order: it is sent to the server whole, once.
const answer = location.pathname === '/oidc' ? location.search : ''
let isSent = false

/** Leaves for the issuer's page; with an invitation, whoever comes back takes it up. */
export function IssuerButton({ invitation }: { invitation?: string }) {
  const t = useT()
  const { session } = useSession()
  const begin = useMutation({
    mutationFn: () => post<{ address: string }>('/api/session/oidc/begin', invitation ? { invitation } : {}),
    onSuccess: ({ address }) => location.assign(address),
  })
  return (
    <>
      <Button disabled={begin.isPending || begin.isSuccess} onClick={() => begin.mutate()}>
        {t('who.sign_in_with', { name: session.single_sign_on?.name ?? t('who.issuer') })}
      </Button>
      {begin.error && <Trouble error={begin.error} />}
    </>
  )
}

/** `/oidc`: back from the issuer. Signed in, or told why not. */
export function Return() {
  const t = useT()
  const { go } = useAddress()
  const become = useBecome()
  // who comes by the back button has no answer left to send
  const [isFirst] = useState(() => !isSent)
  const { mutate, error } = useMutation({
    mutationFn: () => post<undefined>('/api/session/oidc/finish', { answer }),
    onSuccess: () => {
      become()
      go({ panel: null })
    },
  })
  useEffect(() => {
    if (!isFirst) go({ panel: 'sign-in' }, { replace: true })
    else if (!isSent) mutate()
    isSent = true
  }, [isFirst, go, mutate])
  return (
    <Modal label={t('who.sign_in')} className="sign-in" onClose={() => go({ panel: 'map' })}>
      <h1>{t(error ? 'who.sign_in' : 'who.signing_in')}</h1>
      {error ? (
        <>
          <Trouble error={error} />
          <Button look="primary" onClick={() => go({ panel: 'sign-in' })}>
            {t('who.again')}
          </Button>
        </>
      ) : (
        <Loading />
      )}
    </Modal>
  )
}
