import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { post } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Section } from '../ui/section.tsx'

type Contact = { name: string | null; phone: string | null }

/** How to reach who asked: read with a reason that the audit keeps, and kept nowhere on the page. */
export function ContactOf({ id }: { id: string }) {
  const t = useT()
  const read = useMutation({
    mutationFn: (reason: string) => post<Contact>(`/api/petitions/${id}/contact`, { reason }),
    gcTime: 0,
  })
  const { data } = read
  return (
    <Section title={t('petition.contact_title')}>
      {data && (
        <p role="status">
          {data.name === null && data.phone === null
            ? t('petition.contact_none')
            : [data.name, data.phone].filter(Boolean).join(' · ')}
        </p>
      )}
      {!data && (
        <form
          className="petition-contact"
          onSubmit={(event: FormEvent<HTMLFormElement>) => {
            event.preventDefault()
            read.mutate(String(new FormData(event.currentTarget).get('reason')).trim())
          }}
        >
          <label className="field">
            <span>{t('petition.contact_reason')}</span>
            <input className="input" name="reason" required maxLength={500} />
          </label>
          <Button type="submit" size="small" disabled={read.isPending}>
            {t('petition.contact_read')}
          </Button>
          {read.error && <Trouble error={read.error} />}
        </form>
      )}
    </Section>
  )
}
