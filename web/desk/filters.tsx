import { pick, useLanguage, useT, words } from '../i18n/index.ts'
import { useMap } from '../map/holder.ts'
import { useAddress } from '../shell/address.ts'
import { useFilters } from '../shell/filters.ts'
import { boxAround, townsOf } from './groups.ts'
import type { Matter } from './matter.ts'

const cardNames = ['red', 'yellow', 'none']

/** Whose, which card, which kind of dig, which clock, which town. Card and kind are the map's own filters; a town is brought into view. */
export function Filters({ matters }: { matters: readonly Matter[] }) {
  const t = useT()
  const language = useLanguage()
  const map = useMap()
  const { whose, town, clock, go } = useAddress()
  const { cards, kinds, toggle } = useFilters()
  const clocks = [...new Set(matters.map(({ why }) => why))]
  const kindNames = [...new Set(matters.flatMap(({ project_kind }) => project_kind ?? []))].sort()
  const toTown = (code: string) => {
    go({ town: code || undefined }, { replace: true })
    const box = boxAround(matters.filter((matter) => matter.town?.code === code))
    if (box) map?.goTo({ box, maxZoom: 14 })
  }
  return (
    <div className="desk-filters" role="group" aria-label={t('desk.filters')}>
      <div className="desk-chips">
        {(['mine', 'all'] as const).map((one) => (
          <Chip
            key={one}
            label={t(`desk.whose.${one}`)}
            isOn={(whose === 'all' ? 'all' : 'mine') === one}
            onPress={() => go({ whose: one === 'all' ? 'all' : undefined }, { replace: true })}
          />
        ))}
        {cardNames.map((card) => (
          <Chip key={card} label={t(`card.${card}`)} isOn={cards.includes(card)} onPress={() => toggle('card', card)} />
        ))}
      </div>
      <label>
        <span className="unseen">{t('desk.clock')}</span>
        <select
          value={clock ?? ''}
          onChange={(event) => go({ clock: event.target.value || undefined }, { replace: true })}
        >
          <option value="">{t('desk.every_clock')}</option>
          {clocks.map((name) => (
            <option key={name} value={name}>
              {words(`clock.${name}`, name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="unseen">{t('desk.kind')}</span>
        <select
          value={kinds.length === 1 ? kinds[0] : ''}
          onChange={(event) => go({ kind: event.target.value || undefined }, { replace: true })}
        >
          <option value="">{t('desk.every_kind')}</option>
          {kindNames.map((name) => (
            <option key={name} value={name}>
              {t(`kind.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="unseen">{t('desk.town')}</span>
        <select value={town ?? ''} onChange={(event) => toTown(event.target.value)}>
          <option value="">{t('desk.every_town')}</option>
          {townsOf(matters).map(({ code, name_zh, name_en }) => (
            <option key={code} value={code}>
              {pick(language, name_zh, name_en) || code}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

function Chip({ label, isOn, onPress }: { label: string; isOn: boolean; onPress: () => void }) {
  return (
    <button type="button" className="desk-chip" aria-pressed={isOn} onClick={onPress}>
      {label}
    </button>
  )
}
