import { useState } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { isStaff } from '../shell/roles.ts'
import { useSession } from '../shell/session.ts'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { NextPage } from '../ui/next-page.tsx'
import { useKinds, usePetitions, type PetitionFilter } from './petition.ts'
import './petitions.css'
import { Row } from './row.tsx'

const open = ['submitted', 'graded', 'dispatched', 'answered', 'judged', 'unsatisfied']
const statuses = [...open, 'closed', 'merged']

/** 诉求: for the authority all of them, for a unit and a third party its own, with filters and the cards of their deadlines. */
export function PetitionsPanel() {
  const t = useT()
  const language = useLanguage()
  const kinds = useKinds()
  const { session } = useSession()
  const [status, setStatus] = useState(open.join(','))
  const [kind, setKind] = useState('')
  const [grade, setGrade] = useState('')
  const [card, setCard] = useState('')
  const [isOurs, setOurs] = useState(false)
  const choice = (name: string, value: string, set: (value: string) => void, options: [string, string][]) => (
    <label className="field">
      <span>{t(`petition.filter.${name}`)}</span>
      <select className="input" value={value} onChange={({ target }) => set(target.value)}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
  const all: [string, string] = ['', t('petition.filter.all')]
  return (
    <>
      <div className="petition-filters">
        {choice('status', status, setStatus, [
          [open.join(','), t('petition.filter.open')],
          all,
          ...statuses.map((one): [string, string] => [one, t(`petition.status.${one}`)]),
        ])}
        {choice('kind', kind, setKind, [
          all,
          ...(kinds.data ?? []).map((one): [string, string] => [one.code, pick(language, one.label_zh, one.label_en)]),
        ])}
        {choice('grade', grade, setGrade, [
          all,
          ...['1', '2', '3', '4'].map((one): [string, string] => [one, t(`value.${one}`)]),
        ])}
        {choice('card', card, setCard, [
          all,
          ['yellow', t('petition.filter.card_yellow')],
          ['red', t('petition.filter.card_red')],
        ])}
        {isStaff(session.role) && (
          <label className="field-check">
            <input type="checkbox" checked={isOurs} onChange={({ target }) => setOurs(target.checked)} />{' '}
            {t('petition.filter.mine')}
          </label>
        )}
      </div>
      <PetitionRows filter={{ status, kind, grade, card, ...(isOurs ? { mine: 'true' } : {}) }} />
    </>
  )
}

/** Requests that fit, counted, page by page. */
export function PetitionRows({ filter }: { filter: PetitionFilter }) {
  const t = useT()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePetitions(filter)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const rows = data.pages.flatMap(({ petitions }) => petitions)
  if (rows.length === 0) return <p className="empty">{t(filter.status ? 'petition.none_such' : 'petition.none')}</p>
  return (
    <>
      <p className="list-count muted" role="status">
        {t(hasNextPage ? 'petition.more_than' : 'petition.count', { count: rows.length })}
      </p>
      <ol className="rows">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ol>
      <NextPage {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  )
}
