import { useState } from 'react'
import { useT } from '../i18n/index.ts'
import { isStaff } from '../shell/roles.ts'
import { useSession } from '../shell/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { useFigures, type Behind } from './figure.ts'
import './figures.css'
import { Rows } from './rows.tsx'
import { Supervision } from './supervision.tsx'
import { FigureTile } from './tile.tsx'

/** 看板: the figures of a year beside the year before, for everybody; staff open the rows behind each. */
export function FiguresPanel() {
  const t = useT()
  const { session } = useSession()
  const [asked, setYear] = useState<number>()
  const [behind, setBehind] = useState<Behind>()
  const { data, error, refetch } = useFigures(asked)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { year, as_of, tiles } = data
  const canOpen = isStaff(session.role)
  if (behind) return <Rows behind={behind} year={year} onBack={() => setBehind(undefined)} />
  return (
    <>
      <div className="figures-year">
        <Button size="small" icon="minus" label={t('figure.year_before')} onClick={() => setYear(year - 1)} />
        <b className="number">{t('figure.year', { year })}</b>
        <Button
          size="small"
          icon="plus"
          label={t('figure.year_after')}
          disabled={year >= Number(as_of.slice(0, 4))}
          onClick={() => setYear(year + 1)}
        />
        <small className="muted">{t('figure.as_of', { day: as_of })}</small>
      </div>
      <Section title={t('figure.public')}>
        <ul className="figures-tiles">
          {tiles.map((tile) => (
            <FigureTile
              key={tile.figure}
              tile={tile}
              year={year}
              onRows={canOpen && tile.has_data ? () => setBehind({ of: 'approvals', figure: tile.figure }) : undefined}
            />
          ))}
        </ul>
      </Section>
      <Section title={t('figure.petitions')}>
        <ul className="figures-tiles">
          {data.petitions.map((tile) => (
            <FigureTile
              key={tile.figure}
              tile={tile}
              year={year}
              isMedian
              onRows={canOpen ? () => setBehind({ of: 'petitions' }) : undefined}
            />
          ))}
        </ul>
      </Section>
      {canOpen && <Supervision year={year} onRows={setBehind} />}
    </>
  )
}
