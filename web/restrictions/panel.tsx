import { useSession } from '../shell/session.ts'
import { useT } from '../i18n/index.ts'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { Blackouts } from './blackouts.tsx'
import { DeclareBlackout } from './declare-blackout.tsx'
import { HoldRow } from './hold.tsx'
import { useHolds } from './restriction.ts'
import './restrictions.css'

/** 限制管理: the periods in which no works may start, and the promoters whose matters are held. */
export function RestrictionsPanel() {
  const { session } = useSession()
  return (
    <>
      <Blackouts />
      <DeclareBlackout />
      <Holds isDecider={session.role === 'authority'} />
    </>
  )
}

function Holds({ isDecider }: { isDecider: boolean }) {
  const t = useT()
  const { data, error, refetch } = useHolds()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Section title={t('restriction.holds')} count={data.length}>
      <ul className="checkup-list">
        {data.map((hold) => (
          <HoldRow key={hold.id} hold={hold} isDecider={isDecider} />
        ))}
      </ul>
      {data.length === 0 && <p className="muted">{t('restriction.no_holds')}</p>}
    </Section>
  )
}
