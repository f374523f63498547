import { useT } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Section } from '../ui/section.tsx'
import { usePeople } from './account.ts'
import './accounts.css'
import { Tokens } from './tokens.tsx'

/** 我的账号: what everybody keeps for themselves, the second factor and the tokens of their programs. */
export function MyAccount() {
  const t = useT()
  const { go } = useAddress()
  const { session } = useSession()
  const { data: people, error, refetch } = usePeople()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  const hasFactor = people?.find(({ id }) => id === session.person_id)?.has_second_factor
  return (
    <>
      <Section
        title={t('second_factor.title')}
        aside={
          hasFactor !== undefined && (
            <span className={`tag ${hasFactor ? 'green' : ''}`}>{t(`second_factor.${hasFactor ? 'on' : 'off'}`)}</span>
          )
        }
      >
        <Button size="small" onClick={() => go({ panel: 'second-factor' })}>
          {t(hasFactor ? 'second_factor.again' : 'second_factor.enrol')}
        </Button>
      </Section>
      <Tokens />
    </>
  )
}
