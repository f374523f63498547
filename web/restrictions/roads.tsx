import { useEffect, useState } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { collect } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import { noDigColour } from '../map/palette.ts'
import { day, squareMetres } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import type { Segment } from './checkup.ts'

/** Road by road: how much is dug, when it may first be, by which rule, who must approve, and what the fee is multiplied by. Pointing at one shows it. */
export function Roads({ segments }: { segments: Segment[] }) {
  const t = useT()
  const [pointed, setPointed] = useState<string>()
  useOnMap(segments, pointed)
  return (
    <Section title={t('checkup.roads')} count={segments.length}>
      <ol className="checkup-roads">
        {segments.map((road) => (
          <li key={road.id}>
            <button
              type="button"
              data-closed={road.open_until !== null || undefined}
              onPointerEnter={() => setPointed(road.id)}
              onPointerLeave={() => setPointed(undefined)}
              onFocus={() => setPointed(road.id)}
              onBlur={() => setPointed(undefined)}
            >
              <Road road={road} />
            </button>
          </li>
        ))}
      </ol>
      {segments.length === 0 && <p className="muted">{t('checkup.no_roads')}</p>}
    </Section>
  )
}

function Road({ road }: { road: Segment }) {
  const t = useT()
  const language = useLanguage()
  const { open_until, years, since, rule } = road
  return (
    <>
      <b>{pick(language, road.name, road.name_en) || road.code}</b>
      <span className="checkup-day">{t('checkup.from_day', { day: day(road.earliest_on) })}</span>
      <span className="muted">
        {squareMetres(road.dug_m2)}
        {road.surface && ` · ${t(`checkup.surface.${road.surface}`)}`}
      </span>
      <span className={road.approval === 'county_government' ? 'tag red' : 'tag'}>
        {t(`checkup.approval.${road.approval}`)}
      </span>
      {open_until && rule && (
        <small className="muted">
          {t(`checkup.rule.${rule.replace('moratorium.', '')}`, { since: day(since), years: years ?? '' })}{' '}
          {pick(language, road.basis_zh, road.basis_en)}
        </small>
      )}
      {road.fee_factor !== 1 && (
        <small className="muted">
          {t('checkup.factor', { factor: road.fee_factor })}{' '}
          {pick(language, road.factor_basis_zh, road.factor_basis_en)}
        </small>
      )}
    </>
  )
}

function useOnMap(segments: Segment[], pointed: string | undefined): void {
  const map = useMap()
  useEffect(() => {
    const closed = segments.filter(({ open_until }) => open_until).map(({ geometry }) => geometry)
    map?.sketch('checkup-closed', closed.length > 0 ? { features: collect(closed), colour: noDigColour[2] } : null)
    return () => map?.sketch('checkup-closed', null)
  }, [map, segments])
  useEffect(() => {
    const road = segments.find(({ id }) => id === pointed)
    map?.sketch('checkup-road', road ? { features: collect([road.geometry]), colour: '#d6336c' } : null)
    return () => map?.sketch('checkup-road', null)
  }, [map, segments, pointed])
}
