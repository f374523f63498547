import type { CSSProperties } from 'react'
import { useT } from '../i18n/index.ts'
import { stageColour } from '../map/palette.ts'
import { day } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import { useHistory } from './events.ts'
import type { Project } from './project.ts'
import { lifeOf } from './steps.ts'

/** The whole life on one line: what has been and when, where it stands, what is still to come and when it is planned. */
export function Life({ project }: { project: Project }) {
  const t = useT()
  const { data: events = [] } = useHistory(project.id)
  const steps = lifeOf(project, events)
  const now = steps.findIndex(({ stage }) => stage === project.stage)
  return (
    <Section title={t('project.life')}>
      <ol className="life">
        {steps.map(({ stage, at, isPlanned }, index) => (
          <li
            key={stage}
            data-when={index < now ? 'past' : index === now ? 'now' : 'next'}
            aria-current={index === now ? 'step' : undefined}
            style={{ '--colour': stageColour[stage] } as CSSProperties}
          >
            <i aria-hidden="true" />
            <span>{t(`stage.${stage}`)}</span>
            <time className="muted">
              {at ? day(at) : ''}
              {at && isPlanned ? ` ${t('project.planned')}` : ''}
            </time>
          </li>
        ))}
      </ol>
    </Section>
  )
}
