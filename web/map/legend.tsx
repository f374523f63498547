import { useEffect, useState, type CSSProperties } from 'react'
import { useT } from '../i18n/index.ts'
import { useFilters } from '../shell/filters.ts'
import { Icon } from '../ui/icon.tsx'
import { useMap } from './holder.ts'
import { cardColour, cards, stageColour, stages, type Stage } from './palette.ts'

const life = stages.slice(0, 9)
const exits = stages.slice(9)

type Counts = Record<string, number>

/** The legend is the filter: the life of a dig from left to right, with how many are in view, and the two cards. */
export function Legend() {
  const t = useT()
  const counts = useCounts()
  const filters = useFilters()
  const [isOpen, setOpen] = useState(() => innerWidth >= 800)
  const isOn = (stage: Stage) => filters.stages.length === 0 || filters.stages.includes(stage)
  const chip = (stage: Stage) => (
    <Chip
      key={stage}
      label={t(`stage.${stage}`)}
      count={counts[stage] ?? 0}
      colour={stageColour[stage]}
      isOn={isOn(stage)}
      onToggle={() => filters.toggle('stage', stage)}
    />
  )
  return (
    <div className="legend-place">
      <section className="legend" aria-label={t('legend.title')} data-open={isOpen || undefined}>
        <button
          type="button"
          className="legend-fold"
          aria-expanded={isOpen}
          title={t('legend.title')}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="chevron" size={14} />
          {isOpen ? <span className="unseen">{t('legend.title')}</span> : t('legend.short')}
        </button>
        {isOpen && (
          <>
            <div role="group" aria-label={t('legend.stages')}>
              {life.map(chip)}
            </div>
            <div className="legend-exits" role="group" aria-label={t('legend.exits')}>
              {exits.map(chip)}
            </div>
            <div className="legend-cards" role="group" aria-label={t('legend.cards')}>
              {cards.map((card) => (
                <Chip
                  key={card}
                  label={t(`card.${card}`)}
                  count={counts[`card ${card}`] ?? 0}
                  colour={cardColour[card]}
                  isRing
                  isOn={filters.cards.includes(card)}
                  onToggle={() => filters.toggle('card', card)}
                />
              ))}
              <button type="button" className="chip" onClick={filters.reset}>
                {t('legend.all')}
              </button>
            </div>
          </>
        )}
      </section>
    </div>
  )
}

type ChipProps = { label: string; count: number; colour: string; isOn: boolean; isRing?: boolean; onToggle: () => void }

function Chip({ label, count, colour, isOn, isRing, onToggle }: ChipProps) {
  return (
    <button
      type="button"
      className="chip"
      aria-pressed={isOn}
      onClick={onToggle}
      style={{ '--colour': colour } as CSSProperties}
    >
      <span className={isRing ? 'swatch ring' : 'swatch'} aria-hidden="true" />
      <span>{label}</span>
      <span className="chip-count">{count}</span>
    </button>
  )
}

/** How many digs of each stage and card are in view, whatever the filter: counted from the tiles that are on screen. */
function useCounts(): Counts {
  const map = useMap()
  const [counts, setCounts] = useState<Counts>({})
  useEffect(
    () =>
      map?.on('settled', () => {
        const next: Counts = {}
        for (const { stage, card } of map.inView('project_points') as { stage?: string; card?: string }[]) {
          if (stage) next[stage] = (next[stage] ?? 0) + 1
          if (card && card !== 'none') next[`card ${card}`] = (next[`card ${card}`] ?? 0) + 1
        }
        setCounts((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next))
      }),
    [map],
  )
  return counts
}
