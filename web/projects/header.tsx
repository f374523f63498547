import { pick, useLanguage, useT } from '../i18n/index.ts'
import { stageColour } from '../map/palette.ts'
import { useSession } from '../shell/session.ts'
import { Icon } from '../ui/icon.tsx'
import { Swatch } from '../ui/swatch.tsx'
import { dueWords } from './due.ts'
import type { Clock, Project } from './project.ts'

/** Who this dig is and how it stands: reference, name, stage, and the card with whoever is late and by which law. */
export function Header({ project }: { project: Project }) {
  const t = useT()
  const language = useLanguage()
  const { reference, name, name_en, stage, kind, is_retrospective } = project
  return (
    <header className="project-head">
      <p className="project-reference">
        <span className="mono">{reference}</span>
        <span className="muted">{t(`kind.${kind}`)}</span>
      </p>
      <h1>{pick(language, name, name_en)}</h1>
      <p className="project-tags">
        <span className="tag">
          <Swatch colour={stageColour[stage]} />
          {t(`stage.${stage}`)}
        </span>
        <CardTag project={project} />
        {is_retrospective && <span className="tag yellow">{t('project.retrospective')}</span>}
      </p>
      <Late project={project} />
    </header>
  )
}

/** The card with its owner: red · promoter. Nothing when there is none. */
export function CardTag({ project: { card, card_owner } }: { project: Pick<Project, 'card' | 'card_owner'> }) {
  const t = useT()
  if (card === 'none') return null
  return (
    <span className={`tag ${card}`}>
      {t(`card.${card}`)}
      {card_owner && ` · ${t(`owner.${card_owner}`)}`}
    </span>
  )
}

function Late({ project }: { project: Project }) {
  const t = useT()
  const language = useLanguage()
  const { session } = useSession()
  const clock = worst(project.clocks)
  if (!clock) return null
  return (
    <p className={`project-late ${clock.card}`}>
      <Icon name={clock.card === 'red' ? 'alert' : 'clock'} size={16} />
      <span>
        <b>
          {t(clock.card === 'red' ? `late.${clock.owner}` : `clock.${clock.kind}`)} {dueWords(clock, session.today)}
        </b>
        <small>{pick(language, clock.basis_zh, clock.basis_en)}</small>
      </span>
    </p>
  )
}

function worst(clocks: Clock[]): Clock | undefined {
  const open = clocks.filter(({ state, card }) => (state === 'running' || state === 'breached') && card !== 'none')
  return open.find(({ card }) => card === 'red') ?? open[0]
}
