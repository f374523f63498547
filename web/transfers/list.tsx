import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get } from '../api.ts'
import { useLanguage, useT, words } from '../i18n/index.ts'
import '../projects/projects.css'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { Trouble } from '../ui/fault.tsx'
import { instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Swatch } from '../ui/swatch.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { NextPage } from '../ui/next-page.tsx'
import { Counts } from './counts.tsx'
import { inOrder, kindColour } from './kinds.ts'
import { StatusTag } from './status-tag.tsx'
import type { Leg, Transfer } from './transfer.ts'
import './transfers.css'

type Row = Pick<Transfer, 'id' | 'reference' | 'street_name' | 'status' | 'opened_at' | 'updated_at'> & {
  unit_label: string
  legs: Pick<Leg, 'kind' | 'status' | 'reason_code' | 'arrears_yuan'>[]
}
type Page = { transfers: Row[]; next: string | null }

/** What still moves: statuses of the case for a registry, of its own leg for a utility. */
const open: Record<string, string> = {
  registry: 'opened,prechecking,ready,blocked,awaiting_register_entry,dispatching,partially_completed,compensating',
  utility:
    'not_requested,precheck_requested,precheck_passed,precheck_blocked,armed,pushed,acknowledged,timed_out,retrying,cancel_requested',
}

/** 联动过户: a registry's cases, a utility's own legs; for everybody else numbers per street that name no home. */
export function Transfers() {
  const { session } = useSession()
  return session.role in open ? <OwnTransfers role={session.role} /> : <Counts />
}

function OwnTransfers({ role }: { role: string }) {
  const t = useT()
  const [tab, setTab] = useState<'open' | 'all'>('open')
  const status = tab === 'open' ? open[role] : undefined
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['transfers', 'list', role, tab],
    queryFn: ({ pageParam, signal }) => get<Page>('/api/transfers', { status, limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  })
  const rows = data?.pages.flatMap(({ transfers }) => transfers) ?? []
  return (
    <>
      <Tabs
        name={t('panel.transfers')}
        tabs={(['open', 'all'] as const).map((name) => ({ name, label: t(`transfer.tab.${name}`) }))}
        open={tab}
        onOpen={setTab}
      />
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      <ol className="rows">
        {rows.map((row) => (
          <TransferRow key={row.id} row={row} />
        ))}
      </ol>
      {data && rows.length === 0 && <p className="empty">{t('transfer.none')}</p>}
      <NextPage {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  )
}

function TransferRow({ row }: { row: Row }) {
  const language = useLanguage()
  const { sel, go } = useAddress()
  const [own] = row.legs
  const shown = row.status ? { of: 'case' as const, status: row.status } : { of: 'leg' as const, status: own!.status }
  const isStuck = ['blocked', 'precheck_blocked', 'timed_out', 'rejected'].includes(shown.status)
  return (
    <li>
      <button
        type="button"
        className="row"
        data-card={isStuck ? 'red' : undefined}
        aria-current={sel === row.id || undefined}
        onClick={() => go({ sel: row.id })}
      >
        <span className="row-title">{row.unit_label}</span>
        <StatusTag {...shown} />
        <span className="row-note muted">
          <span className="mono">{row.reference}</span> · {instant(row.updated_at, language)}
        </span>
        <span className="row-legs">
          {inOrder(row.legs).map(({ kind, status, arrears_yuan }) => (
            <span key={kind} title={words(`transfer.leg.${status}`, status)}>
              <Swatch colour={kindColour[kind]} /> {words(`utility.${kind}`, kind)}
              {status === 'completed'
                ? ' ✓'
                : arrears_yuan && status === 'precheck_blocked'
                  ? ` ¥${arrears_yuan.toFixed(2)}`
                  : ''}
            </span>
          ))}
        </span>
      </button>
    </li>
  )
}
