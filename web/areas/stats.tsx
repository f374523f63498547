import { useState, type CSSProperties } from 'react'
import { pick, t as translate, useLanguage, useT, words } from '../i18n/index.ts'
import { cardColour, stageColour, type Stage } from '../map/palette.ts'
import { useSession } from '../shell/session.ts'
import { Trouble } from '../ui/fault.tsx'
import { metres, squareMetres } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import { useStats, type Digs, type Group, type Road } from './ask.ts'
import { Months } from './months.tsx'
import { yearsOf } from './period.ts'
import type { Body, Question } from './question.ts'

/** The digs of the area added up: how often each road was dug, stage, kind and card, and month by month. */
export function Stats({ body, question }: { body: Body; question: Question }) {
  const t = useT()
  const { data, error } = useStats(body)
  if (error) return <Trouble error={error} />
  if (!data || data.count === 0) return null
  return (
    <>
      <Roads digs={data} question={question} />
      <Section
        title={t('areas.added')}
        aside={<span className="muted">{`${squareMetres(data.area_m2)} · ${metres(data.length_m)}`}</span>}
      >
        <Bars
          title={t('areas.by.stage')}
          groups={data.by_stage}
          word="stage"
          colour={(value) => stageColour[value as Stage]}
        />
        <Bars title={t('areas.by.kind')} groups={data.by_kind} word="kind" />
        <Bars
          title={t('areas.by.card')}
          groups={data.by_card.filter(({ value }) => value !== 'none')}
          word="card"
          colour={(value) => cardColour[value as 'red' | 'yellow']}
        />
      </Section>
      <Months months={data.by_month} />
    </>
  )
}

/** 三年内开挖 3 次 / dug three times: each road of the area, the most often dug first. */
function Roads({ digs, question }: { digs: Digs; question: Question }) {
  const t = useT()
  const { session } = useSession()
  const [isWhole, setWhole] = useState(false)
  const years = yearsOf(session.today, question.from, question.to)
  const most = Math.max(1, ...digs.by_road.map(({ times }) => times))
  if (digs.by_road.length === 0) return null
  const within = years ? t(`areas.within_years.${years}`) : ''
  return (
    <Section title={t('areas.roads')} count={digs.by_road.length}>
      <ul className="areas-bars">
        {digs.by_road.slice(0, isWhole ? undefined : 5).map((road) => (
          <RoadRow key={road.name} road={road} share={road.times / most} within={within} />
        ))}
      </ul>
      {digs.by_road.length > 5 && (
        <button type="button" className="areas-chip" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'areas.fewer' : 'areas.all_roads', { count: digs.by_road.length })}
        </button>
      )}
    </Section>
  )
}

function RoadRow({ road, share, within }: { road: Road; share: number; within: string }) {
  const t = useT()
  const language = useLanguage()
  return (
    <li style={{ '--share': share } as CSSProperties}>
      <span>{pick(language, road.name, road.name_en)}</span>
      <b>{timesWords(road.times, within)}</b>
      <i aria-hidden="true" />
      <small className="muted">
        {road.first_on} — {road.last_on}
        {road.planned > 0 && ` · ${t('areas.planned', { count: road.planned })}`}
      </small>
    </li>
  )
}

function timesWords(times: number, within: string): string {
  const said = words(`areas.times.${times}`, translate('areas.times.many', { count: times }))
  return translate('areas.dug', { within, times: said }).trim()
}

type BarsProps = { title: string; groups: Group[]; word: string; colour?: (value: string) => string | undefined }

function Bars({ title, groups, word, colour }: BarsProps) {
  const t = useT()
  const most = Math.max(1, ...groups.map(({ count }) => count))
  if (groups.length === 0) return null
  return (
    <div className="areas-group">
      <h3 className="muted">{title}</h3>
      <ul className="areas-bars">
        {groups.map(({ value, count }) => (
          <li
            key={value}
            style={{ '--share': count / most, '--bar-colour': value ? colour?.(value) : undefined } as CSSProperties}
          >
            <span>{t(`${word}.${value}`)}</span>
            <b>{count}</b>
            <i aria-hidden="true" />
          </li>
        ))}
      </ul>
    </div>
  )
}
