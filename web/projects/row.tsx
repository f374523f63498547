import type { ReactNode } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { useMap } from '../map/holder.ts'
import { cardColour, stageColour } from '../map/palette.ts'
import { useAddress } from '../shell/address.ts'
import { day } from '../ui/format.ts'
import { Swatch } from '../ui/swatch.tsx'
import { CardTag } from './header.tsx'
import type { ProjectRow } from './project.ts'

/** One dig in a list; choosing it opens its panel and brings it into view. `note` stands where the promoter does, `more` below. */
export function Row({ project, note, more }: { project: ProjectRow; note?: string | undefined; more?: ReactNode }) {
  const t = useT()
  const language = useLanguage()
  const map = useMap()
  const { sel, go } = useAddress()
  const { id, name, name_en, reference, stage, card, centre, planned_from, planned_to, promoter_name } = project
  const open = () => {
    if (sel === id && centre?.type === 'Point') map?.goTo({ center: centre.coordinates as [number, number] })
    go({ sel: id })
  }
  return (
    <li>
      <button type="button" className="row" data-card={card} aria-current={sel === id || undefined} onClick={open}>
        <span className="row-title">
          <Swatch colour={stageColour[stage]} ring={card === 'none' ? undefined : cardColour[card]} />{' '}
          {pick(language, name, name_en)}
        </span>
        <span className="row-due muted">{t(`stage.${stage}`)}</span>
        <span className="row-note muted">
          <span className="mono">{reference}</span> {(note ?? promoter_name) && `· ${note ?? promoter_name}`}
        </span>
        <CardTag project={project} />
        <span className="row-basis muted">
          {day(planned_from)} — {day(planned_to)}
        </span>
        {more}
      </button>
    </li>
  )
}
