import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../api.ts'
import { pick, t as phrase, useLanguage, useT } from '../i18n/index.ts'
import { useSession } from '../shell/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { say } from '../ui/toast.tsx'
import { useOrganisations, usePeople, type Organisation, type Person } from './account.ts'
import { Find } from './find.tsx'
import { Invite } from './invite.tsx'
import { Waiting } from './waiting.tsx'

/** Who may come in, who was asked to, and a way to ask one more. */
export function People() {
  const t = useT()
  const { data: people, error, refetch } = usePeople()
  const organisations = useOrganisations()
  const [text, setText] = useState('')
  const failure = error ?? organisations.error
  if (failure) return <Trouble error={failure} retry={() => void Promise.all([refetch(), organisations.refetch()])} />
  if (!people || !organisations.data) return <Loading />
  const byId = new Map(organisations.data.map((organisation) => [organisation.id, organisation]))
  const shown = people.filter((person) => fits(person, byId.get(person.organisation_id), text))
  return (
    <>
      <Invite organisations={organisations.data} />
      <Waiting byId={byId} />
      <Section title={t('accounts.people')} count={shown.length}>
        <Find label={t('accounts.find_people')} text={text} onChange={setText} />
        <ul className="account-rows">
          {shown.map((person) => (
            <Row key={person.id} person={person} organisation={byId.get(person.organisation_id)} />
          ))}
        </ul>
        {shown.length === 0 && (
          <p className="empty">{t(people.length === 0 ? 'accounts.no_people' : 'accounts.no_match')}</p>
        )}
      </Section>
    </>
  )
}

function fits(person: Person, organisation: Organisation | undefined, text: string): boolean {
  const words = [person.name_zh, person.name_en, person.login, organisation?.name_zh, organisation?.name_en]
  return words.join(' ').toLowerCase().includes(text.trim().toLowerCase())
}

function Row({ person, organisation }: { person: Person; organisation: Organisation | undefined }) {
  const t = useT()
  const language = useLanguage()
  const { session } = useSession()
  const client = useQueryClient()
  const { id, login, role, name_zh, name_en, disabled_at, has_second_factor, has_single_sign_on } = person
  const name = pick(language, name_zh, name_en)
  const disable = useMutation({
    mutationFn: () => post<undefined>(`/api/accounts/people/${id}/disable`),
    onSuccess: () => {
      say(phrase('accounts.was_disabled'))
      void client.invalidateQueries({ queryKey: ['accounts'] })
    },
  })
  return (
    <li data-ended={disabled_at ? '' : undefined}>
      <div>
        <p>
          <b>{name}</b> <span className="tag accent">{t(`role.${role}`)}</span>
          {has_second_factor && <span className="tag green">{t('accounts.two_factor')}</span>}
          {has_single_sign_on && <span className="tag">{t('accounts.single_sign_on')}</span>}
        </p>
        <p className="muted">
          <span className="mono login">{login}</span> · {pick(language, organisation?.name_zh, organisation?.name_en)}
        </p>
        {disable.error && <Trouble error={disable.error} />}
      </div>
      {disabled_at ? (
        <span className="tag red">{t('accounts.disabled')}</span>
      ) : id === session.person_id ? (
        <span className="tag">{t('accounts.oneself')}</span>
      ) : (
        <Button
          size="small"
          look="danger"
          aria-label={`${t('accounts.disable')} ${name}`}
          disabled={disable.isPending}
          onClick={() => confirm(t('accounts.disable_sure', { name })) && disable.mutate()}
        >
          {t('accounts.disable')}
        </Button>
      )}
    </li>
  )
}
