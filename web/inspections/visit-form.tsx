import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { randomKey, request } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import type { FormProps } from '../operations/forms.ts'
import { fixed } from '../operations/operation.ts'
import { OperationShell } from '../operations/shell.tsx'
import { useProject, type Project } from '../projects/project.ts'
import { WrongFields } from '../ui/fault.tsx'
import { say } from '../ui/toast.tsx'
import { FindingsField } from './findings-field.tsx'
import {
  isFailed,
  outcomes,
  unseenOf,
  useKnownVisits,
  useRectification,
  type Outcome,
  type Visit,
} from './inspection.ts'
import './inspections.css'
import { UnseenVisits } from './rows.tsx'
import type { Standing } from '../map/standing.ts'
import { PositionField } from './position.tsx'
import { sendPhotos, visitOf } from './send-visit.ts'

/** 记录检查 and 复查: one visit, with what was found, photos, and where the inspector stood. The record is for good. */
export function VisitForm({ operation, onCancel, onDone }: FormProps) {
  const t = useT()
  const language = useLanguage()
  const { action, label } = operation
  const follows = fixed(action.input?.follows_rectification_id)
  const { data: followed } = useRectification(follows)
  const { data: project } = useProject(fixed(action.input?.project_id) ?? followed?.project_id)
  const [site, setSite] = useState<string>()
  const [outcome, setOutcome] = useState<Outcome>()
  const [standing, setStanding] = useState<Standing>()
  const [key] = useState(randomKey)
  const known = useKnownVisits(project?.id)
  const sent = useRef(new Map<string, string>())
  const sites = follows ? [] : (project?.sites ?? [])
  const site_id = follows ? followed?.site_id : (site ?? firstOpen(project))
  const place = project?.sites.find(({ id }) => id === site_id)?.geometry ?? project?.geometry
  const act = useMutation({
    mutationFn: async (data: FormData) => {
      const subject = site_id ?? project!.id
      const attachments = await sendPhotos(subject, data.getAll('attachments'), standing, sent.current)
      const body = visitOf(data, {
        project_id: project!.id,
        site_id: site_id ?? null,
        follows,
        standing,
        attachments,
        known_visits: known.current,
      })
      return request<Visit>(action.method, action.href, { body, key: `${key} ${known.current}` })
    },
    // sent again, the colleague's visit has been read
    onError: (error) => known.read(error),
    onSuccess: (visit) => {
      for (const { message_zh, message_en } of visit.warnings) say(pick(language, message_zh, message_en))
      onDone()
    },
  })
  return (
    <OperationShell
      label={label}
      act={act}
      focus="input, select"
      isReady={project !== undefined}
      refused={
        <>
          <UnseenVisits visits={unseenOf(act.error)} />
          <WrongFields error={act.error} />
        </>
      }
      onCancel={onCancel}
    >
      {sites.length > 0 && (
        <label className="field">
          <span>{t('field.site_id')}</span>
          <select className="input" value={site_id ?? ''} onChange={({ target }) => setSite(target.value)}>
            {sites.map(({ id, name, name_en, status }) => (
              <option key={id} value={id}>
                {pick(language, name, name_en)} · {t(`site.status.${status}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {!follows && <Kinds input={action.input} />}
      <Outcomes outcome={outcome} onChoose={setOutcome} />
      {isFailed(outcome) && <FindingsField />}
      {outcome === 'failed_high' && (
        <>
          <YesNo name="promoter_told" />
          <YesNo name="made_safe" />
        </>
      )}
      <label className="field">
        <span>
          {t('field.note')}
          {outcome !== 'unable_to_inspect' && <small className="hint"> {t('field.optional')}</small>}
        </span>
        <textarea className="input" name="note" maxLength={2000} required={outcome === 'unable_to_inspect'} />
      </label>
      <label className="field">
        <span>
          {t('inspection.photos')} <small className="hint">{t('field.optional')}</small>
        </span>
        <input className="input" type="file" name="attachments" accept="image/*" multiple />
      </label>
      <PositionField place={place} standing={standing} onStand={setStanding} />
    </OperationShell>
  )
}

/** Kind and category of the visit, as the server names them. */
function Kinds({ input }: { input: Record<string, string> | undefined }) {
  const t = useT()
  return (
    <div className="visit-kinds">
      {['category', 'kind'].map((name) => (
        <label key={name} className="field">
          <span>{t(`inspection.${name}`)}</span>
          <select className="input" name={name}>
            {(input?.[name]?.split(':')[1]?.split(',') ?? [])
              // what follows a rectification is recorded there
              .filter((value) => value !== 'follow_up')
              .map((value) => (
                <option key={value} value={value}>
                  {t(`value.${value}`)}
                </option>
              ))}
          </select>
        </label>
      ))}
    </div>
  )
}

function Outcomes({ outcome, onChoose }: { outcome: Outcome | undefined; onChoose: (outcome: Outcome) => void }) {
  const t = useT()
  return (
    <fieldset className="visit-group">
      <legend>{t('field.outcome')}</legend>
      {outcomes.map((value) => (
        <label key={value} className="field-check">
          <input
            type="radio"
            name="outcome"
            value={value}
            required
            checked={outcome === value}
            onChange={() => onChoose(value)}
          />
          {t(`value.${value}`)}
        </label>
      ))}
    </fieldset>
  )
}

function YesNo({ name }: { name: string }) {
  const t = useT()
  return (
    <fieldset className="visit-group visit-yes-no">
      <legend>{t(`field.${name}`)}</legend>
      {(['yes', 'no'] as const).map((value) => (
        <label key={value} className="field-check">
          <input type="radio" name={name} value={value} required />
          {t(`value.${value}`)}
        </label>
      ))}
    </fieldset>
  )
}

const firstOpen = (project: Project | undefined) =>
  (project?.sites.find(({ status }) => status === 'open' || status === 'reopened') ?? project?.sites[0])?.id
