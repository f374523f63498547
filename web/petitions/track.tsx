import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { get, post } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import '../operations/operations.css'
import { LinkPage } from '../shell/link-page.tsx'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { day, instant } from '../ui/format.ts'
import { useKinds, type Tracked } from './petition.ts'
import './petitions.css'

/** The petitioner's page, by the link alone: where the request stands, who answers by when, what was answered, and what one thinks of it. */
export function PetitionTrack({ token }: { token: string }) {
  const t = useT()
  const language = useLanguage()
  const kinds = useKinds()
  const path = `/api/public/petitions/${encodeURIComponent(token)}`
  const { data, error, refetch } = useQuery({
    queryKey: ['petition-track', token],
    queryFn: ({ signal }) => get<Tracked>(path, undefined, signal),
    refetchInterval: (query) => (query.state.error ? false : 30_000),
  })
  const kind = kinds.data?.find(({ code }) => code === data?.kind_code)
  return (
    <LinkPage error={error} gone={{ status: 404, words: t('citizen.gone') }} retry={() => void refetch()}>
      {data && (
        <>
          <header>
            <h1>{kind ? pick(language, kind.label_zh, kind.label_en) : t('subject.ptn')}</h1>
            <p className="muted">
              <span className="mono">{data.reference}</span> · {instant(data.submitted_at, language)}
              {data.dig && ` · ${pick(language, data.dig.name, data.dig.name_en)}`}
            </p>
          </header>
          <p aria-live="polite">
            <b>{t(`petition.state.${data.state}`)}</b>
            {data.grade !== null && ` · ${t('petition.grade', { grade: data.grade })}`}
            {data.merged_into && (
              <>
                <br />
                {t('petition.merged_into', { reference: data.merged_into })}
              </>
            )}
            <br />
            <small className="muted">{t('citizen.since', { at: instant(data.updated_at, language) })}</small>
          </p>
          <ol className="petition-rounds">
            {data.rounds.map((round) => (
              <Answer key={round.dispatched_at} round={round} />
            ))}
          </ol>
          <Say path={path} token={token} data={data} />
          <footer className="muted">{t('petition.footer')}</footer>
        </>
      )}
    </LinkPage>
  )
}

function Answer({ round }: { round: Tracked['rounds'][number] }) {
  const t = useT()
  const language = useLanguage()
  const { unit_zh, unit_en, due_on, answer, answered_at, files, result } = round
  return (
    <li>
      <b>{pick(language, unit_zh ?? '', unit_en)}</b>
      <small className="muted">
        {answered_at
          ? t('petition.answered', { at: instant(answered_at, language) })
          : t('petition.due', { day: day(due_on) })}
        {files > 0 && ` · ${t('petition.files', { count: files })}`}
        {result && ` · ${t('petition.result', { result: t(`value.${result}`) })}`}
      </small>
      {answer ? <q>{answer}</q> : <span className="muted">{t('petition.waiting')}</span>}
    </li>
  )
}

const verdicts = ['satisfied', 'basically_satisfied', 'unsatisfied'] as const

function Say({ path, token, data }: { path: string; token: string; data: Tracked }) {
  const t = useT()
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: (said: string) => post<Tracked>(`${path}/say`, { said }),
    onSuccess: (next) => client.setQueryData(['petition-track', token], next),
  })
  if (!data.can_say)
    return data.said ? <p role="status">{t('petition.said', { said: t(`value.${data.said}`) })}</p> : null
  return (
    <div role="group" aria-label={t('petition.say')}>
      <p>{t('petition.say')}</p>
      <div className="operations-row">
        {verdicts.map((said) => (
          <Button key={said} disabled={act.isPending} onClick={() => act.mutate(said)}>
            {t(`value.${said}`)}
          </Button>
        ))}
      </div>
      {act.error && <Trouble error={act.error} />}
    </div>
  )
}
