import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '../api.ts'
import { pick, t as phrase, useLanguage, useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { instant } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import { say } from '../ui/toast.tsx'
import { useInvitations, type Invitation, type Organisation } from './account.ts'

/** Invitations that nobody has taken up yet; one that went astray is taken back. */
export function Waiting({ byId }: { byId: Map<string, Organisation> }) {
  const t = useT()
  const { data, error, refetch } = useInvitations()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data || data.length === 0) return null
  return (
    <Section title={t('accounts.waiting')} count={data.length}>
      <ul className="account-rows">
        {data.map((invitation) => (
          <Row key={invitation.id} invitation={invitation} organisation={byId.get(invitation.organisation_id)} />
        ))}
      </ul>
    </Section>
  )
}

function Row({ invitation, organisation }: { invitation: Invitation; organisation: Organisation | undefined }) {
  const t = useT()
  const language = useLanguage()
  const client = useQueryClient()
  const name = pick(language, organisation?.name_zh, organisation?.name_en)
  const withdraw = useMutation({
    mutationFn: () => request<undefined>('DELETE', `/api/accounts/invitations/${invitation.id}`),
    onSuccess: () => {
      say(phrase('accounts.withdrawn'))
      void client.invalidateQueries({ queryKey: ['accounts', 'invitations'] })
    },
  })
  return (
    <li>
      <div>
        <p>
          <b>{name}</b> <span className="tag accent">{t(`role.${invitation.role}`)}</span>
        </p>
        <p className="muted">{t('accounts.until', { at: instant(invitation.expires_at, language) })}</p>
        {withdraw.error && <Trouble error={withdraw.error} />}
      </div>
      <Button
        size="small"
        aria-label={`${t('accounts.withdraw')} ${name}`}
        disabled={withdraw.isPending}
        onClick={() => confirm(t('accounts.withdraw_sure')) && withdraw.mutate()}
      >
        {t('accounts.withdraw')}
      </Button>
    </li>
  )
}
