import { useState } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { ActionList } from '../projects/actions.tsx'
import type { Project } from '../projects/project.ts'
import { day } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import { useStages, type Item, type Stage } from './approval.ts'
import './approvals.css'

/**
 * The approval stages of building works in the dig's overview: four steps, the one that runs open with its items, each with who is asked, by when,
 * and what this person may do about it. Nothing for a dig that runs no stages.
 */
export function StagesOfDig({ project }: { project: Project }) {
  const t = useT()
  const language = useLanguage()
  const { data } = useStages(project.id)
  const [chosen, setChosen] = useState<string>()
  const stages = data?.stages ?? []
  if (stages.length === 0) return null
  const current = stages.find(({ state }) => state === 'running') ?? stages.find(({ state }) => state === 'not_asked')
  const open = stages.find(({ code }) => code === chosen) ?? current ?? stages.at(-1)!
  return (
    <Section
      title={t('approval.title')}
      aside={data?.promised && <small className="muted">{t('approval.promised', { count: data.promised })}</small>}
    >
      <ol className="approval-steps">
        {stages.map((stage) => (
          <li key={stage.code} data-state={stage.state}>
            <button type="button" aria-expanded={stage === open} onClick={() => setChosen(stage.code)}>
              <b>{pick(language, stage.label_zh, stage.label_en)}</b>
              <small>
                {t(`approval.state.${stage.state}`)} · <span className="number">{progress(stage)}</span>
              </small>
            </button>
          </li>
        ))}
      </ol>
      <ul className="approval-items" aria-label={pick(language, open.label_zh, open.label_en)}>
        {open.items.map((item) => (
          <ItemRow key={item.item} item={item} project={project} />
        ))}
      </ul>
    </Section>
  )
}

const progress = ({ items }: Stage) =>
  `${items.filter(({ asked }) => asked?.status === 'approved').length}/${items.length}`

function ItemRow({ item, project }: { item: Item; project: Project }) {
  const t = useT()
  const language = useLanguage()
  const { asked } = item
  const told = asked
    ? [
        pick(language, asked.authority_name_zh, asked.authority_name_en),
        asked.due_on && t('approval.due', { day: day(asked.due_on) }),
        asked.answered_at && day(asked.answered_at),
        asked.document_no,
      ]
    : [item.promised !== null && t('approval.days', { count: item.promised })]
  return (
    <li data-card={asked?.card ?? undefined}>
      <p className="approval-line">
        <span title={pick(language, item.basis_zh, item.basis_en)}>{pick(language, item.label_zh, item.label_en)}</span>
        <span className="tag" data-status={asked?.status}>
          {t(`approval.status.${asked?.status ?? 'none'}`)}
        </span>
      </p>
      <p className="muted">{told.filter(Boolean).join(' · ')}</p>
      {asked?.reason && <p className="approval-reason">{asked.reason}</p>}
      {asked && (
        <ActionList actions={project.actions.filter(({ href }) => href.includes(asked.id))} project={project} isSmall />
      )}
    </li>
  )
}
