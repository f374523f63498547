import { useQuery } from '@tanstack/react-query'
import { get, type Api, type InferResponseType } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { LinkPage } from '../shell/link-page.tsx'
import { day, instant } from '../ui/format.ts'

type Standing = InferResponseType<Api['citizenReports'][':token']['$get'], 200>

/** The reporter's page, by the link alone: where the report stands, and which permitted dig was found there. */
export function CitizenTrack({ token }: { token: string }) {
  const t = useT()
  const language = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['citizen-report', token],
    queryFn: ({ signal }) => get<Standing>(`/api/citizen-reports/${encodeURIComponent(token)}`, undefined, signal),
    refetchInterval: (query) => (query.state.error ? false : 30_000),
  })
  return (
    <LinkPage error={error} gone={{ status: 404, words: t('citizen.gone') }} retry={() => void refetch()}>
      {data && (
        <>
          <header>
            <h1>{t('citizen.title')}</h1>
            <p className="muted">
              <span className="mono">{data.reference}</span> · {instant(data.reported_at, language)}
            </p>
          </header>
          <p aria-live="polite">
            <b>{t(`citizen.state.${data.state}`)}</b>
            <br />
            <small className="muted">{t('citizen.since', { at: instant(data.updated_at, language) })}</small>
          </p>
          {data.dig && (
            <p>
              {pick(language, data.dig.name, data.dig.name_en)} · {t(`stage.${data.dig.stage}`)}
              <br />
              <small className="muted">
                {[data.dig.promoter, data.dig.until && t('citizen.until', { day: day(data.dig.until) })]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </p>
          )}
          <footer className="muted">{t('citizen.footer')}</footer>
        </>
      )}
    </LinkPage>
  )
}
