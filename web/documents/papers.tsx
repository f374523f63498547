import { useMutation, useQueryClient } from '@tanstack/react-query'
import { post } from '../api.ts'
import { useLanguage, useT } from '../i18n/index.ts'
import type { Project } from '../projects/project.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { bytes, day } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/section.tsx'
import { usePapers, type Paper } from './documents.ts'
import './documents.css'

/** The authority's papers of a dig, each a PDF: opened (and printed) by the browser, or saved. And the board for the site. */
export function Papers({ project }: { project: Project }) {
  const t = useT()
  const { data, error, refetch } = usePapers(project.id)
  return (
    <Section title={t('paper.title')} aside={<Board project={project} />}>
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {data?.documents.length === 0 && <p className="empty">{t('paper.none')}</p>}
      <ul className="papers">
        {data?.documents.map((paper) => (
          <PaperRow key={paper.id} paper={paper} />
        ))}
      </ul>
      {data?.may_produce && <Missing project={project} count={data.missing} />}
    </Section>
  )
}

function Board({ project }: { project: Project }) {
  const t = useT()
  const stages = ['permitted', 'in_progress', 'suspended', 'completed']
  if (!stages.includes(project.stage)) return null
  return (
    <a className="button small" href={`/api/projects/${project.id}/board`} target="_blank" rel="noreferrer">
      <Icon name="pin" size={15} />
      {t('paper.board')}
    </a>
  )
}

function PaperRow({ paper }: { paper: Paper }) {
  const t = useT()
  const language = useLanguage()
  const { id, kind, number, version, state, is_replaced, issued_at, size_bytes, reissue_reason } = paper
  const title = language === 'en' ? t(`paper.kind.${kind}`) : paper.title
  const href = `/api/documents/${id}`
  return (
    <li data-kind={kind} data-replaced={is_replaced || undefined}>
      <span className="file-icon">
        <Icon name="file" size={22} />
      </span>
      <span>
        {state === 'made' ? (
          <a href={href} target="_blank" rel="noreferrer">
            {title}
          </a>
        ) : (
          title
        )}
        <small className="muted">
          {number}
          {version > 1 && ` · ${t('paper.version', { version })}`} · {day(issued_at)}
          {size_bytes !== null && ` · ${bytes(size_bytes)}`}
        </small>
        {reissue_reason && <small className="muted">{t('paper.reissued', { reason: reissue_reason })}</small>}
        {state === 'due' && <small className="muted">{t('paper.printing')}</small>}
        {is_replaced && <small className="paper-replaced">{t('paper.replaced')}</small>}
      </span>
      {state === 'made' && (
        <a
          className="button small icon"
          href={`${href}?save=true`}
          aria-label={t('paper.save', { title })}
          title={t('paper.save', { title })}
        >
          <Icon name="import" size={15} />
        </a>
      )}
    </li>
  )
}

/** Digs that are older than this room have moves without a paper; the deciding authority has them printed. */
function Missing({ project, count }: { project: Project; count: number }) {
  const t = useT()
  const client = useQueryClient()
  const produce = useMutation({
    mutationFn: () => post(`/api/projects/${project.id}/documents`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['papers', project.id] }),
  })
  return (
    <>
      <Button size="small" icon="plus" disabled={produce.isPending} onClick={() => produce.mutate()}>
        {t('paper.produce', { count })}
      </Button>
      {produce.error && <Trouble error={produce.error} />}
    </>
  )
}
