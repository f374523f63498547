import type { FormEvent } from 'react'
import { useT } from '../i18n/index.ts'
import { cards, stages } from '../map/palette.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import { useCollections, type useQuestion } from './question.ts'

type Props = { asked: ReturnType<typeof useQuestion> }
const kinds = ['road_excavation', 'building_works', 'pipeline_works', 'emergency_repair']

/** What is asked for: collections, and what a dig must be like; the same filter as the map's legend. */
export function What({ asked }: Props) {
  const t = useT()
  const { question } = asked
  const names = useCollections()
  const filters = question.stages.length + question.cards.length + question.kinds.length + (question.text ? 1 : 0)
  return (
    <Section title={t('areas.what')}>
      <Chips
        label={t('areas.what')}
        values={names}
        chosen={question.collections}
        word={(name) => t(`areas.collection.${name}`)}
        // something is always asked for
        onChoose={(next) => asked.setCollections(next.length > 0 ? next : ['projects'])}
      />
      <details className="areas-filter" open={filters > 0 || undefined}>
        <summary>
          {t('areas.filter')}
          {filters > 0 && <small className="muted"> {filters}</small>}
        </summary>
        {(
          [
            ['stage', stages, question.stages],
            ['card', cards, question.cards],
            ['kind', kinds, question.kinds],
          ] as const
        ).map(([name, values, chosen]) => (
          <Chips
            key={name}
            label={t(`areas.by.${name}`)}
            values={values}
            chosen={chosen}
            word={(value) => t(`${name}.${value}`)}
            onChoose={(next) => asked.setFilter(name, next)}
          />
        ))}
        <Expert asked={asked} />
      </details>
    </Section>
  )
}

type ChipsProps = {
  label: string
  values: readonly string[]
  chosen: readonly string[]
  word: (value: string) => string
  onChoose: (next: string[]) => void
}

function Chips({ label, values, chosen, word, onChoose }: ChipsProps) {
  return (
    <div className="areas-chips" role="group" aria-label={label}>
      {values.map((value) => {
        const isOn = chosen.includes(value)
        const next = values.filter((one) => (one === value ? !isOn : chosen.includes(one)))
        return (
          <button key={value} type="button" className="areas-chip" aria-pressed={isOn} onClick={() => onChoose(next)}>
            {word(value)}
          </button>
        )
      })}
    </div>
  )
}

function Expert({ asked }: Props) {
  const t = useT()
  const { text } = asked.question
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    asked.setText(String(new FormData(event.currentTarget).get('text') ?? ''))
  }
  return (
    <form className="areas-road" onSubmit={submit}>
      <label className="field">
        <span>
          {t('areas.cql')} <small className="hint">CQL2</small>
        </span>
        <input
          key={text}
          className="input mono"
          name="text"
          defaultValue={text}
          placeholder="depth_m > 2 and street_name = '怡心街道'"
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <Button type="submit">{t('areas.apply')}</Button>
    </form>
  )
}
