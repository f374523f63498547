import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { post } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Section } from '../ui/section.tsx'
import type { Organisation } from './account.ts'
import { ShownOnce } from './shown-once.tsx'

/** Asks somebody into an organisation: the roles that fit it, then a link that is shown once. */
export function Invite({ organisations }: { organisations: Organisation[] }) {
  const t = useT()
  const language = useLanguage()
  const client = useQueryClient()
  const [chosen, setChosen] = useState('')
  const invite = useMutation({
    mutationFn: (input: { organisation_id: string; role: string }) =>
      post<{ link: string }>('/api/accounts/invitations', input),
    gcTime: 0,
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts', 'invitations'] }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    invite.mutate({ organisation_id: chosen, role: String(new FormData(event.currentTarget).get('role')) })
  }
  const roles = organisations.find(({ id }) => id === chosen)?.roles ?? []
  const collator = new Intl.Collator(language)
  const sorted = organisations
    .map(({ id, name_zh, name_en }) => ({ id, name: pick(language, name_zh, name_en) }))
    .sort((a, b) => collator.compare(a.name, b.name))
  return (
    <Section title={t('accounts.invite')}>
      <form className="account-form" aria-label={t('accounts.invite')} onSubmit={submit}>
        <p className="muted">{t('accounts.invite_how')}</p>
        <label className="field">
          <span>{t('accounts.organisation')}</span>
          <select className="input" required value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{t('accounts.choose')}</option>
            {sorted.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{t('accounts.role')}</span>
          <select className="input" name="role" required key={chosen} disabled={roles.length === 0}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
        </label>
        {invite.error && <Trouble error={invite.error} />}
        <p>
          <Button type="submit" look="primary" disabled={invite.isPending}>
            {t('accounts.make_link')}
          </Button>
        </p>
      </form>
      {invite.data && <ShownOnce label={t('accounts.link')} text={invite.data.link} words={t('accounts.link_once')} />}
    </Section>
  )
}
