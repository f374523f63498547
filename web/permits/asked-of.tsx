import { useT } from '../i18n/index.ts'
import type { Geometry } from '../map/geojson.ts'
import { useSketch } from '../map/use-sketch.ts'
import { day, squareMetres } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import type { Permit } from './permit.ts'

const open = new Set(['submitted', 'application_accepted'])

/** What its holder asked of a permit: changes and renewals, the latest first; the ground that an open one asks for is dashed on the map. */
export function AskedOf({ of: { changes } }: { of: Permit }) {
  const t = useT()
  const asked = changes.filter(({ status }) => open.has(status)).flatMap(({ geometry }) => (geometry ? [geometry] : []))
  useSketch('asked-ground', asked as Geometry[], { isDashed: true, isGoneTo: true })
  if (changes.length === 0) return null
  return (
    <Section title={t('window.asked')} count={changes.length}>
      <ul className="window-list">
        {changes.map((one) => (
          <li key={one.id}>
            <span>
              {t(`window.asked_kind.${one.kind}`)} <small className="mono">{one.reference}</small>
              <small>{one.reason}</small>
              <small className="muted">
                <What {...one} />
              </small>
              {one.decision_reason && <small className="window-missing">{one.decision_reason}</small>}
            </span>
            <span className="window-tags">
              {one.submitted_at && <small className="muted number">{day(one.submitted_at)}</small>}
              <span className="tag">{t(`window.asked_status.${one.status}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Which period, which ground: from how many square metres to how many while it is open. */
function What({ valid_from, valid_to, status, area_m2, ground_m2 }: Permit['changes'][number]) {
  const t = useT()
  const told = [
    valid_from && t('window.asked_from', { day: day(valid_from) }),
    valid_to && t('window.asked_to', { day: day(valid_to) }),
    area_m2 !== null &&
      (open.has(status)
        ? t('window.asked_ground', { from: squareMetres(ground_m2), to: squareMetres(area_m2) })
        : squareMetres(area_m2)),
  ]
  return told.filter(Boolean).join(' · ')
}
