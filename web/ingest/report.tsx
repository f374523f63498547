import { useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { count } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { isOver, type Report, type Target } from './import.ts'

type Props = { id: string; targets: Target[]; onClose: () => void }

/** One import as it goes on, and its report row by row, to take away. */
export function ImportReport({ id, targets, onClose }: Props) {
  const t = useT()
  const language = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => get<Report>(`/api/imports/${id}`, undefined, signal),
    // changes arrive by themselves; this is for a line that is cut
    refetchInterval: ({ state }) => (state.data && isOver(state.data.status) ? false : 2000),
  })
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const target = targets.find(({ name }) => name === data.target)
  return (
    <div className="imports">
      <Section
        title={data.file_name}
        aside={
          <Button size="small" look="quiet" onClick={onClose}>
            {t('imports.back')}
          </Button>
        }
      >
        <p>
          <b>{t(`imports.status_${data.status}`)}</b>
          <span className="muted"> · {target ? pick(language, target.title_zh, target.title_en) : data.target}</span>
        </p>
        {!isOver(data.status) && (
          <progress max={1} value={data.progress || undefined} aria-label={t('imports.progress')} />
        )}
        <dl className="imports-counts" aria-live="polite">
          {(['read', 'written', 'rejected'] as const).map((name) => (
            <div key={name}>
              <dt>{t(`imports.${name}`)}</dt>
              <dd>{count(data[name], language)}</dd>
            </div>
          ))}
        </dl>
        {data.status === 'failed' && <p className="imports-note">{t('imports.nothing_written')}</p>}
        {data.notes.map((note, index) => (
          <p key={index} className="imports-note">
            {pick(language, note.message_zh, note.message_en)}
          </p>
        ))}
      </Section>
      {data.errors.length > 0 && <Errors report={data} />}
    </div>
  )
}

function Errors({ report }: { report: Report }) {
  const t = useT()
  const language = useLanguage()
  return (
    <Section
      title={t('imports.errors')}
      aside={
        <a className="button small" href={`/api/imports/${report.id}/report.csv`} download>
          {t('imports.download')}
        </a>
      }
    >
      <ol className="imports-errors">
        {report.errors.map((error, index) => (
          <li key={index}>
            <b>{error.row ? `${t('imports.row')} ${error.row}` : t('imports.whole_file')}</b>
            {error.pointer && <code className="muted">{error.pointer}</code>}
            <span>{pick(language, error.message_zh, error.message_en)}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
