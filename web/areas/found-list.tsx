import { useEffect, useMemo, useState } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { boxOf } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import { cardColour, stageColour, type Stage } from '../map/palette.ts'
import { useAddress } from '../shell/address.ts'
import { subjectOf } from '../shell/panels.ts'
import { Trouble } from '../ui/fault.tsx'
import { day } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Swatch } from '../ui/swatch.tsx'
import { NextPage } from '../ui/next-page.tsx'
import { useFound, type Found } from './ask.ts'
import type { Body } from './question.ts'
import { useFoundOnMap } from './shown.ts'

/** What was found, in step with the map: pointing at a row shows it there, pointing at it there shows the row; choosing opens it. */
export function FoundList({ body, collection }: { body: Body; collection: string }) {
  const t = useT()
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useFound(body)
  const [pointed, setPointed] = useState<Found>()
  const features = useMemo(() => data?.pages.flatMap(({ collections }) => collections[0]?.features ?? []) ?? [], [data])
  const under = useUnderPointer()
  useFoundOnMap(features, pointed)
  if (error) return <Trouble error={error} />
  if (!data) return <Loading />
  if (features.length === 0) return <p className="empty">{t('areas.nothing')}</p>
  return (
    <section aria-label={t('areas.list')}>
      <ol className="rows">
        {features.map((found) => (
          <FoundRow
            key={found.id}
            found={found}
            collection={collection}
            isUnder={under === found.id}
            onPoint={setPointed}
          />
        ))}
      </ol>
      <NextPage {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </section>
  )
}

type RowProps = { found: Found; collection: string; isUnder: boolean; onPoint: (found: Found | undefined) => void }

function FoundRow({ found, collection, isUnder, onPoint }: RowProps) {
  const t = useT()
  const language = useLanguage()
  const map = useMap()
  const { sel, go } = useAddress()
  const { stage, card, title, note, days } = wordsOf(found, collection, language)
  // a site opens its dig
  const subject = [found.id, found.properties.project_id].find(
    (id): id is string => typeof id === 'string' && subjectOf(id) !== undefined,
  )
  const open = () => {
    const box = boxOf(found.geometry)
    if (box) map?.goTo({ box, maxZoom: 17 })
    if (subject) go({ sel: subject })
  }
  return (
    <li>
      <button
        type="button"
        className="row"
        data-card={card}
        data-under={isUnder || undefined}
        aria-current={sel === subject || undefined}
        onClick={open}
        onPointerEnter={() => onPoint(found)}
        onPointerLeave={() => onPoint(undefined)}
        onFocus={() => onPoint(found)}
        onBlur={() => onPoint(undefined)}
      >
        <span className="row-title">
          {stage && (
            <Swatch colour={stageColour[stage]} ring={card && card !== 'none' ? cardColour[card] : undefined} />
          )}{' '}
          {title}
        </span>
        <span className="row-due muted">{stage && t(`stage.${stage}`)}</span>
        <span className="row-note muted">{note}</span>
        {card && card !== 'none' && <span className={`tag ${card}`}>{t(`card.${card}`)}</span>}
        <span className="row-basis muted">{days}</span>
      </button>
    </li>
  )
}

function wordsOf({ id, properties }: Found, collection: string, language: 'zh-CN' | 'en') {
  const text = (name: string) => (typeof properties[name] === 'string' ? (properties[name] as string) : undefined)
  const title =
    pick(language, text('name') ?? text('name_zh') ?? text('project_name'), text('name_en')) ||
    text('reference') ||
    text('code') ||
    text('kind') ||
    id
  const [from, to] = [
    text('dug_from') ?? text('planned_from') ?? text('observed_on'),
    text('dug_to') ?? text('planned_to'),
  ]
  const isDig = collection === 'projects' || collection === 'sites'
  return {
    stage: text('stage') as Stage | undefined,
    card: text('card') as 'none' | 'yellow' | 'red' | undefined,
    title,
    note: [text('reference') ?? text('code'), isDig ? text('promoter_name') : text('street_name')]
      .filter(Boolean)
      .join(' · '),
    days: from ? (to ? `${day(from)} — ${day(to)}` : day(from)) : '',
  }
}

function useUnderPointer(): string | undefined {
  const map = useMap()
  const [id, setId] = useState<string>()
  useEffect(() => map?.on('hover', (happened) => setId(happened?.found.id)), [map])
  return id
}
