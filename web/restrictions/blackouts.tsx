import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { post } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { collect, type Geometry } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import { noDigColour } from '../map/palette.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { day } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { ReasonForm } from './reason-form.tsx'
import { useBlackouts, type Blackout } from './restriction.ts'

/** Periods in force and to come first, then those past; their ground on the map while they are listed. */
export function Blackouts() {
  const t = useT()
  const { data, error, refetch } = useBlackouts()
  useOnMap(data)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Section title={t('restriction.blackouts')} count={data.filter(({ is_open }) => is_open).length}>
      <ul className="checkup-list">
        {data.map((one) => (
          <Row key={one.id} blackout={one} />
        ))}
      </ul>
      {data.length === 0 && <p className="muted">{t('restriction.no_blackouts')}</p>}
    </Section>
  )
}

function Row({ blackout }: { blackout: Blackout }) {
  const t = useT()
  const language = useLanguage()
  const client = useQueryClient()
  const [isEnding, setEnding] = useState(false)
  const { id, version, is_open, from_on, to_on, ended_on, reason, basis, geometry, kinds } = blackout
  const stopped = kinds.filter((kind) => !(blackout.exempts_emergency && kind === 'emergency_repair'))
  const end = useMutation({
    mutationFn: (text: string) => post(`/api/restrictions/blackouts/${id}/end`, { reason: text }, { version }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['restrictions'] }),
  })
  return (
    <li>
      <b>{pick(language, blackout.name_zh, blackout.name_en)}</b>{' '}
      <span className={is_open ? 'tag yellow' : 'tag'}>{t(`restriction.reason.${reason}`)}</span>
      <br />
      <span className="number">
        {day(from_on)} — {day(to_on)}
      </span>{' '}
      <small className="muted">
        {t(geometry ? 'restriction.in_area' : 'restriction.whole_district')} ·{' '}
        {stopped.map((kind) => t(`kind.${kind}`)).join(' / ')} · {basis}
        {ended_on && ` · ${t('restriction.ended', { day: day(ended_on) })} ${blackout.end_reason ?? ''}`}
      </small>
      {is_open && !isEnding && (
        <div>
          <Button size="small" onClick={() => setEnding(true)}>
            {t('restriction.end')}
          </Button>
        </div>
      )}
      {isEnding && is_open && <ReasonForm label={t('restriction.end')} act={end} onCancel={() => setEnding(false)} />}
    </li>
  )
}

function useOnMap(blackouts: Blackout[] | undefined): void {
  const map = useMap()
  useEffect(() => {
    const grounds = (blackouts ?? []).flatMap(({ is_open, geometry }) =>
      is_open && geometry ? [geometry as Geometry] : [],
    )
    map?.sketch(
      'blackouts',
      grounds.length > 0 ? { features: collect(grounds), colour: noDigColour[1], isDashed: true } : null,
    )
    return () => map?.sketch('blackouts', null)
  }, [map, blackouts])
}
