import { pick, useLanguage, useT } from '../i18n/index.ts'
import { ActionFoot } from '../projects/actions.tsx'
import { dueWords } from '../projects/due.ts'
import { useProject } from '../projects/project.ts'
import '../projects/projects.css'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { day, instant } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { useRectification, type Rectification } from './inspection.ts'
import './inspections.css'
import { Items } from './items.tsx'
import { Photos } from './photos.tsx'
import { usePlace } from './place.ts'

/** 整改: what is to be put right and until when, what the promoter answered, and who may do what next. */
export function RectificationPanel({ id }: { id: string }) {
  const t = useT()
  const { go } = useAddress()
  const { data: row, error, refetch } = useRectification(id)
  const { data: project } = useProject(row?.project_id)
  usePlace(project, row?.site_id)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!row) return <Loading />
  // a re-inspection is a visit, so it is the dig that offers it
  const visits = project?.actions.filter(({ input }) => input?.follows_rectification_id === `fixed:${id}`) ?? []
  const actions = [...visits, ...row.actions]
  return (
    <div className="project">
      <Head row={row} />
      <div className="project-body">
        <Section title={t('rectification.items')} count={row.items.length}>
          <Items items={row.items} />
        </Section>
        <Answer row={row} />
        <p className="inspection-links">
          <Button size="small" onClick={() => go({ sel: row.project_id })}>
            {t('inspection.open_dig')}
          </Button>
          <Button size="small" onClick={() => go({ sel: row.inspection_id })}>
            {t('rectification.open_visit')}
          </Button>
        </p>
      </div>
      {project && <ActionFoot actions={actions} project={project} />}
    </div>
  )
}

function Head({ row }: { row: Rectification }) {
  const t = useT()
  const language = useLanguage()
  const { session } = useSession()
  const isOpen = row.status !== 'cleared' && row.status !== 'withdrawn'
  return (
    <header className="project-head">
      <p className="project-reference">
        <span className="mono">{row.reference}</span>
        <span className="muted mono">{row.project_reference}</span>
      </p>
      <h1>{pick(language, row.project_name, row.project_name_en)}</h1>
      <p className="project-tags">
        <span className="tag">{t(`rectification.status.${row.status}`)}</span>
        <span className={`tag ${row.severity === 'high' ? 'red' : 'yellow'}`}>
          {t(`inspection.severity.${row.severity}`)}
        </span>
      </p>
      {isOpen && (
        <p className={`project-late ${row.card === 'none' ? '' : row.card}`}>
          <Icon name={row.card === 'red' ? 'alert' : 'clock'} size={16} />
          <span>
            <b>
              {t('rectification.due', { day: day(row.due_on) })} {dueWords(row, session.today)}
            </b>
            <small>
              {pick(language, row.basis_zh, row.basis_en)}
              {row.provisional && ` · ${t('clock.provisional')}`}
            </small>
          </span>
        </p>
      )}
    </header>
  )
}

function Answer({ row }: { row: Rectification }) {
  const t = useT()
  const language = useLanguage()
  const steps = [
    ['issued', row.issued_at],
    ['acknowledged', row.acknowledged_at],
    ['evidence_submitted', row.evidence_at],
    ['cleared', row.cleared_at],
  ] as const
  return (
    <Section title={t('rectification.course')}>
      <dl className="facts">
        {steps.map(([name, at]) => (
          <div key={name}>
            <dt>{t(`rectification.status.${name}`)}</dt>
            <dd>{instant(at, language)}</dd>
          </div>
        ))}
      </dl>
      {row.evidence_note && <p className="inspection-note">{row.evidence_note}</p>}
      {row.evidence.length > 0 && <Photos photos={row.evidence} />}
    </Section>
  )
}
