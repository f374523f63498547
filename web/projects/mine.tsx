import { useQuery } from '@tanstack/react-query'
import { get, type Api, type InferResponseType } from '../api.ts'
import '../desk/desk.css'
import { useRowKeys } from '../desk/keys.ts'
import { MatterRow } from '../desk/matter-row.tsx'
import { useMatters } from '../desk/matters.ts'
import { useLanguage, useT, words, wordsFor } from '../i18n/index.ts'
import { isMain } from '../operations/operation.ts'
import { useSession } from '../shell/session.ts'
import { Trouble } from '../ui/fault.tsx'
import { dayWords } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Digs } from './list.tsx'
import './projects.css'

type OwnDig = InferResponseType<Api['desk']['digs']['$get'], 200>['digs'][number]

/** 我的项目: what this builder owes today, then each dig with what comes next, why it is not allowed yet, and which clock turns when. */
export function MyProjects() {
  const t = useT()
  useRowKeys()
  const { data } = useQuery({
    queryKey: ['desk', 'digs', 'list'],
    queryFn: ({ signal }) => get<{ digs: OwnDig[] }>('/api/desk/digs', undefined, signal),
  })
  const digs = new Map(data?.digs.map((dig) => [dig.id, dig]))
  return (
    <>
      <Owed />
      <section className="desk-own" aria-label={t('mine.digs')}>
        <h2>{t('mine.digs')}</h2>
        <Digs
          query={{ mine: true }}
          noteOf={({ stage, kind }) => words(`project.next.${kind}_${stage}`, words(`project.next.${stage}`, ''))}
          moreOf={({ id }) => digs.has(id) && <Next dig={digs.get(id)!} />}
        />
      </section>
    </>
  )
}

function Owed() {
  const t = useT()
  const { session } = useSession()
  const { data, error, refetch } = useMatters()
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const owed = data.items.filter(({ due_on, card }) => card !== 'none' || due_on <= session.today)
  return (
    <section className="desk-owed" aria-label={t('mine.owed')}>
      <h2>
        {t('mine.owed')} <small className="muted">{owed.length}</small>
      </h2>
      {owed.length === 0 && <p className="empty">{t('mine.nothing_owed')}</p>}
      <ol className="rows">
        {owed.map((matter) => (
          <li key={matter.id}>
            <MatterRow matter={matter} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** In words only: the row is one button, and the moves themselves stand in the dig's panel. */
function Next({ dig }: { dig: OwnDig }) {
  const t = useT()
  const language = useLanguage()
  const { session } = useSession()
  const main = dig.actions.filter(isMain)
  const next = main.find(({ allowed }) => allowed)
  const held = main.find(({ allowed }) => !allowed)
  const label = ({ name }: { name: string }) => words(`action.${name}`, name)
  return (
    <span className="dig-next">
      {next && <span data-may>{t('mine.may', { action: label(next) })}</span>}
      {!next && held && (
        <span data-why>{t('mine.not_yet', { action: label(held), why: wordsFor(held.reason ?? undefined) })}</span>
      )}
      {dig.clocks.slice(0, 2).map(({ kind, owner, is_mine, forecast, due_on }) => (
        <span key={kind} data-next={is_mine ? forecast?.card : undefined}>
          {words(`clock.${kind}`, kind)} · {is_mine ? t('mine.me') : t(`owner.${owner}`)} ·{' '}
          {forecast
            ? t(`clock.forecast.${forecast.card}`, {
                day: dayWords(forecast.on, language, session.today.slice(0, 4)),
              })
            : dayWords(due_on, language, session.today.slice(0, 4))}
        </span>
      ))}
    </span>
  )
}
