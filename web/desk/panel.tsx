import { DailyReport } from '../documents/daily-report.tsx'
import { useT } from '../i18n/index.ts'
import { UnclaimedFiles } from '../permits/unclaimed.tsx'
import { useSession } from '../shell/session.ts'
import { WaitingLegs } from '../transfers/waiting.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { AuthorityDesk } from './authority.tsx'
import './desk.css'
import { useRowKeys } from './keys.ts'
import { MatterRow } from './matter-row.tsx'
import { useMatters } from './matters.ts'

/** 今日待办: what waits for this person today. Who decides applications sees them by clock and day, and may decide several at once. */
export function Desk() {
  const { session } = useSession()
  return (
    <>
      {session.role === 'utility' && <WaitingLegs />}
      {(session.role === 'inspector' || session.role === 'authority') && <UnclaimedFiles />}
      <DailyReport />
      {session.role === 'authority' ? <AuthorityDesk /> : <PlainDesk />}
    </>
  )
}

/** The most urgent first, each with why and by which law. */
function PlainDesk() {
  const t = useT()
  const { data, error, refetch } = useMatters()
  useRowKeys()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      {data.items.length === 0 && <p className="empty">{t('desk.empty')}</p>}
      <ol className="rows">
        {data.items.map((matter) => (
          <li key={matter.id}>
            <MatterRow matter={matter} />
          </li>
        ))}
      </ol>
    </>
  )
}
