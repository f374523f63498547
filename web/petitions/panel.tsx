import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Photos } from '../inspections/photos.tsx'
import '../inspections/inspections.css'
import type { Geometry } from '../map/geojson.ts'
import { useSketch } from '../map/use-sketch.ts'
import { ActionFoot } from '../projects/actions.tsx'
import { ClockList } from '../projects/clocks.tsx'
import { Events } from '../projects/history.tsx'
import '../projects/projects.css'
import { useAddress } from '../shell/address.ts'
import { Trouble } from '../ui/fault.tsx'
import { instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { ContactOf } from './contact.tsx'
import { statusLook, useKinds, usePetition, type Petition } from './petition.ts'
import './petitions.css'
import { Rounds } from './rounds.tsx'

/** A request: what is asked, where it stands, its dispatches and answers, its deadlines, and what may be done next. */
export function PetitionPanel({ id }: { id: string }) {
  const t = useT()
  const { data: row, error, refetch } = usePetition(id)
  useSketch('petition', row ? [row.position as Geometry] : [], { isGoneTo: true, colour: '#d6336c' })
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!row) return <Loading />
  return (
    <div className="project">
      <Head row={row} />
      <div className="project-body">
        <Section title={t('petition.words')}>
          <p className="petition-words">{row.body ?? <span className="muted">{t('petition.erased')}</span>}</p>
          {row.files.length > 0 && <Photos photos={row.files} />}
        </Section>
        <Facts row={row} />
        {row.rounds.length > 0 && (
          <Section title={t('petition.rounds')}>
            <Rounds rounds={row.rounds} />
            {row.said && <p>{t('petition.petitioner_said', { said: t(`value.${row.said}`) })}</p>}
          </Section>
        )}
        {row.can_read_contact && <ContactOf key={row.id} id={row.id} />}
        {row.clocks.length > 0 && (
          <Section title={t('petition.clocks')}>
            <ClockList clocks={row.clocks} />
          </Section>
        )}
        <Section title={t('petition.history')}>
          <Events events={row.history} />
        </Section>
      </div>
      <ActionFoot actions={row.actions} project={row} />
    </div>
  )
}

function Head({ row }: { row: Petition }) {
  const t = useT()
  const language = useLanguage()
  const kinds = useKinds()
  const kind = kinds.data?.find(({ code }) => code === row.kind_code)
  return (
    <header className="project-head">
      <p className="project-reference">
        <span className="mono">{row.reference}</span>
        <span className="muted">{t('subject.ptn')}</span>
      </p>
      <h1>{kind ? pick(language, kind.label_zh, kind.label_en) : row.kind_code}</h1>
      <p className="project-tags">
        <span className={`tag ${statusLook(row.status)}`}>{t(`petition.status.${row.status}`)}</span>
        {row.grade !== null && <span className="tag">{t('petition.grade', { grade: row.grade })}</span>}
        {row.is_outside_duty && <span className="tag">{t('petition.outside_duty')}</span>}
        <span className="tag">{t(`petition.from_${row.from_kind}`)}</span>
      </p>
    </header>
  )
}

function Facts({ row }: { row: Petition }) {
  const t = useT()
  const language = useLanguage()
  const { go } = useAddress()
  const { project_id, duplicate_of_id } = row
  return (
    <Section title={t('petition.facts')}>
      <dl className="facts">
        <div>
          <dt>{t('petition.came')}</dt>
          <dd>{instant(row.submitted_at, language)}</dd>
        </div>
        {row.street_name && (
          <div>
            <dt>{t('petition.place')}</dt>
            <dd>{row.street_name}</dd>
          </div>
        )}
        {project_id && (
          <div>
            <dt>{t('petition.dig')}</dt>
            <dd>
              <button type="button" className="link" onClick={() => go({ sel: project_id })}>
                {pick(language, row.project_name ?? project_id, row.project_name_en)}
              </button>
            </dd>
          </div>
        )}
        {row.grade === null && row.proposed_grade !== null && (
          <div>
            <dt>{t('field.grade')}</dt>
            <dd>{t('petition.proposed', { grade: row.proposed_grade })}</dd>
          </div>
        )}
        {row.grade_reason && (
          <div>
            <dt>{t('petition.grade_reason')}</dt>
            <dd>{row.grade_reason}</dd>
          </div>
        )}
      </dl>
      {duplicate_of_id && (
        <button type="button" className="link" onClick={() => go({ sel: duplicate_of_id })}>
          {t('petition.merged_into', { reference: row.duplicate_of_reference })}
        </button>
      )}
    </Section>
  )
}
