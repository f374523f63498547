import { pick, useLanguage, useT } from '../i18n/index.ts'
import { ActionFoot } from '../projects/actions.tsx'
import { useProject } from '../projects/project.ts'
import '../projects/projects.css'
import { useAddress } from '../shell/address.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { instant, metres } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { useVisit, type Visit } from './inspection.ts'
import './inspections.css'
import { Items } from './items.tsx'
import { Photos } from './photos.tsx'
import { outcomeLook } from './rows.tsx'
import { usePlace } from './place.ts'

/** A visit: how it ended, what was found, where the inspector stood, and what followed from it. */
export function VisitPanel({ id }: { id: string }) {
  const t = useT()
  const language = useLanguage()
  const { go } = useAddress()
  const { data: visit, error, refetch } = useVisit(id)
  const { data: project } = useProject(visit?.project_id)
  usePlace(project, visit?.site_id, visit?.position ?? undefined, visit?.sketch ?? undefined)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!visit) return <Loading />
  return (
    <div className="project">
      <header className="project-head">
        <p className="project-reference">
          <span className="mono">{visit.reference}</span>
          <span className="muted">{t(`value.${visit.category}`)}</span>
        </p>
        <h1>{project ? pick(language, project.name, project.name_en) : t('subject.ins')}</h1>
        <p className="project-tags">
          <span className={`tag ${outcomeLook[visit.outcome]}`}>{t(`value.${visit.outcome}`)}</span>
          {visit.withdrawn_at && <span className="tag">{t('inspection.withdrawn')}</span>}
        </p>
      </header>
      <div className="project-body">
        <Found visit={visit} />
        {visit.attachments.length > 0 && (
          <Section title={t('field.attachments')} count={visit.attachments.length}>
            <Photos photos={visit.attachments} />
          </Section>
        )}
        <p className="inspection-links">
          <Button size="small" onClick={() => go({ sel: visit.project_id })}>
            {t('inspection.open_dig')}
          </Button>
          {(visit.rectification_id ?? visit.follows_rectification_id) && (
            <Button
              size="small"
              look="primary"
              onClick={() => go({ sel: visit.rectification_id ?? visit.follows_rectification_id! })}
            >
              {t('inspection.open_rectification')}
            </Button>
          )}
        </p>
      </div>
      {project && <ActionFoot actions={visit.actions} project={project} />}
    </div>
  )
}

function Found({ visit }: { visit: Visit }) {
  const t = useT()
  const language = useLanguage()
  const yes = (is: boolean | null) => t(is ? 'value.yes' : 'value.no')
  const facts = [
    [t('inspection.when'), instant(visit.inspected_at, language)],
    ...(visit.started_at ? [[t('fieldwork.arrival'), instant(visit.started_at, language)]] : []),
    // written down later: it was made without a network
    ...(Date.parse(visit.recorded_at) - Date.parse(visit.inspected_at) > 60_000
      ? [[t('inspection.recorded'), instant(visit.recorded_at, language)]]
      : []),
    ...(visit.sketch ? [[t('fieldwork.sketch'), t('inspection.sketch_on_map')]] : []),
    [t('inspection.who'), visit.inspector_name],
    [t('inspection.distance'), visit.distance_m === null ? '—' : metres(visit.distance_m)],
    ...(visit.promoter_told === null ? [] : [[t('field.promoter_told'), yes(visit.promoter_told)]]),
    ...(visit.made_safe === null ? [] : [[t('field.made_safe'), yes(visit.made_safe)]]),
    ...(visit.withdrawn_reason ? [[t('inspection.withdrawn'), visit.withdrawn_reason]] : []),
  ]
  return (
    <Section title={t('inspection.found')}>
      {visit.warnings.map(({ code, message_zh, message_en }, i) => (
        <p key={`${code}${i}`} className="inspection-warning">
          <Icon name="alert" size={15} /> {pick(language, message_zh, message_en)}
        </p>
      ))}
      <Items items={visit.findings} />
      {visit.note && <p className="inspection-note">{visit.note}</p>}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
