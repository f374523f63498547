import { useEffect } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { useSketch } from '../map/use-sketch.ts'
import '../projects/projects.css'
import { useSession } from '../shell/session.ts'
import { Trouble } from '../ui/fault.tsx'
import { day } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { Grid } from './grid.tsx'
import { useBuilding } from './home.ts'
import './homes.css'
import { DigsNear, OriginOf } from './origin.tsx'
import { rememberBuilding } from './recent.ts'

/** A building: where it came from, what is dug at its door, and its homes as a grid (楼盘表). */
export function BuildingPanel({ id }: { id: string }) {
  const t = useT()
  const language = useLanguage()
  const { session } = useSession()
  const { data: building, error, refetch } = useBuilding(id)
  useSketch('building', building?.geometry ? [building.geometry] : [], { isGoneTo: true })
  useEffect(() => {
    if (building && session.role === 'registry')
      rememberBuilding({ id: building.id, title: building.estate_name + building.name })
  }, [building, session.role])
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!building) return <Loading />
  const { estate_name, name, name_en, street_name, floors, completed_on, unit_count } = building
  return (
    <div className="home">
      <header className="home-head">
        <p className="muted">{street_name}</p>
        <h1>{pick(language, estate_name + name, name_en)}</h1>
        <p className="muted">
          {t('home.facts', { floors: floors ?? '—', units: unit_count })} ·{' '}
          {t('home.completed_on', { day: day(completed_on) })}
        </p>
      </header>
      {building.units.length > 0 && (
        <Section title={t('home.grid')} count={unit_count}>
          <Grid building={building} />
        </Section>
      )}
      <OriginOf of={building} completed_on={completed_on} />
      <DigsNear digs={building.digs} />
    </div>
  )
}
