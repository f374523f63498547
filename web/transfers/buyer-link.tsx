import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Section } from '../ui/section.tsx'
import { say } from '../ui/toast.tsx'
import { keepLink, linkOf } from './tracking.ts'
import type { Tracking } from './transfer.ts'

/** The buyer's own page: the link that was just made, or a new one, which ends the old one. */
export function BuyerLink({ id }: { id: string }) {
  const t = useT()
  const [link, setLink] = useState(() => linkOf(id))
  const renew = useMutation({
    mutationFn: () => post<Tracking>(`/api/transfers/${id}/tracking-link`),
    onSuccess: (made) => (keepLink(id, made), setLink(linkOf(id))),
  })
  const copy = () =>
    void navigator.clipboard
      ?.writeText(link!)
      .then(() => say(t('transfer.link.copied')))
      .catch(() => undefined)
  return (
    <Section title={t('transfer.link.title')}>
      <p className="muted">{t(link ? 'transfer.link.once' : 'transfer.link.none')}</p>
      {link && (
        <p className="buyer-link">
          <a className="mono" href={link} target="_blank" rel="noreferrer">
            {link}
          </a>
        </p>
      )}
      <p className="operations-row">
        {link && (
          <Button size="small" onClick={copy}>
            {t('transfer.link.copy')}
          </Button>
        )}
        <Button size="small" look="quiet" disabled={renew.isPending} onClick={() => renew.mutate()}>
          {t('transfer.link.renew')}
        </Button>
      </p>
      {renew.error && <Trouble error={renew.error} />}
    </Section>
  )
}
