import { useMemo, useState } from 'react'
import { useT, words } from '../i18n/index.ts'
import { themeColour } from '../map/palette.ts'
import { useSketch } from '../map/use-sketch.ts'
import { dueWords } from '../projects/due.ts'
import '../projects/projects.css'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { Swatch } from '../ui/swatch.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { isOpen, useRequests, type UtilityRequest } from './request.ts'

/** 管线冲突: digs near a utility's lines, each with its question, its clock and its place on the map. */
export function Requests() {
  const t = useT()
  const { data: requests, error, refetch } = useRequests()
  const [tab, setTab] = useState<'open' | 'all'>('open')
  const shown = useMemo(() => requests?.filter((one) => tab === 'all' || isOpen(one)) ?? [], [requests, tab])
  // what is asked about, as long as the list is open
  useSketch(
    'requests',
    shown.map(({ geometry }) => geometry),
    { colour: '#d6336c', isDashed: true },
  )
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!requests) return <Loading />
  return (
    <>
      <Tabs
        name={t('panel.clashes')}
        tabs={[
          { name: 'open' as const, label: t('request.tab.open'), count: requests.filter(isOpen).length },
          { name: 'all' as const, label: t('request.tab.all'), count: requests.length },
        ]}
        open={tab}
        onOpen={setTab}
      />
      {shown.length === 0 && <p className="empty">{t('request.none')}</p>}
      <ol className="rows">
        {shown.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ol>
    </>
  )
}

function RequestRow({ request }: { request: UtilityRequest }) {
  const t = useT()
  const { session } = useSession()
  const { sel, go } = useAddress()
  const { id, project_name, project_reference, utility_kind, status, nearest_m, segments, due_on } = request
  return (
    <li>
      <button
        type="button"
        className="row"
        data-card={isOpen(request) && due_on < session.today ? 'red' : undefined}
        aria-current={sel === id || undefined}
        onClick={() => go({ sel: id })}
      >
        <span className="row-title">
          <Swatch colour={themeColour[utility_kind]} /> {project_name}
        </span>
        <span className="row-due">
          {isOpen(request) ? dueWords({ due_on }, session.today) : t(`request.status.${status}`)}
        </span>
        <span className="row-note muted">
          <span className="mono">{project_reference}</span> · {words(`utility.${utility_kind}`, utility_kind)}
        </span>
        <span className="tag">{t('request.nearest', { metres: nearest_m })}</span>
        <span className="row-basis muted">
          {t('request.segments', { count: segments })} · {t('request.due', { day: due_on })}
        </span>
      </button>
    </li>
  )
}
