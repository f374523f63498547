import { useState } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { ActionList } from '../projects/actions.tsx'
import type { SubjectProps } from '../shell/panels.ts'
import { Trouble } from '../ui/fault.tsx'
import { day, metres, squareMetres } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { inks, lives, percent, useGeometries, type OfDig, type Shown, type Version } from './geometry.ts'
import { useShapes } from './shapes.ts'
import { Surveys } from './survey-form.tsx'
import './surveys.css'

/** A tab of a dig: its ground as planned, permitted, built and observed, how these differ, and what was dug beyond the permit. */
export function GeometryOfDig({ id }: SubjectProps) {
  const { data, error, refetch } = useGeometries(id)
  const [shown, setShown] = useState<readonly Shown[]>([...lives, 'over_dig'])
  useShapes(data, shown)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const toggle = (name: Shown) =>
    setShown(shown.includes(name) ? shown.filter((one) => one !== name) : [...shown, name])
  return (
    <>
      <Lives of={data} shown={shown} onToggle={toggle} />
      <OverDig of={data} id={id} isShown={shown.includes('over_dig')} onToggle={() => toggle('over_dig')} />
      <Differences of={data} />
      <Surveys of={data} id={id} />
    </>
  )
}

type LivesProps = { of: OfDig; shown: readonly Shown[]; onToggle: (name: Shown) => void }

function Lives({ of: { versions }, shown, onToggle }: LivesProps) {
  const t = useT()
  const present = lives.filter((life) => versions.some((version) => version.life === life))
  return (
    <Section title={t('geometry.lives')}>
      <ul className="lives">
        {present.map((life) => (
          <li key={life}>
            <Switch name={life} isOn={shown.includes(life)} onToggle={() => onToggle(life)} />
            <Versions versions={versions.filter((version) => version.life === life)} />
          </li>
        ))}
      </ul>
      {present.length === 0 && <p className="muted">{t('geometry.none')}</p>}
    </Section>
  )
}

function Switch({ name, isOn, onToggle }: { name: Shown; isOn: boolean; onToggle: () => void }) {
  const t = useT()
  const word = name === 'over_dig' ? t('geometry.over_dig') : t(`geometry.life.${name}`)
  return (
    <label className="field-check life-switch" style={{ color: inks[name] }}>
      <input type="checkbox" checked={isOn} onChange={onToggle} aria-label={`${word}: ${t('geometry.on_map')}`} />
      <i className={`life-key life-${name}`} aria-hidden="true" />
      <b>{word}</b>
    </label>
  )
}

/** What stands, and folded what it superseded; each with when it was true and when we knew it. */
function Versions({ versions }: { versions: Version[] }) {
  const t = useT()
  const past = versions.filter(({ is_current }) => !is_current)
  return (
    <div>
      {versions
        .filter(({ is_current }) => is_current)
        .map((version) => (
          <VersionRow key={version.id} version={version} />
        ))}
      {past.length > 0 && (
        <details className="more">
          <summary>{t('geometry.superseded', { count: past.length })}</summary>
          {past.map((version) => (
            <VersionRow key={version.id} version={version} />
          ))}
        </details>
      )}
    </div>
  )
}

function VersionRow({ version }: { version: Version }) {
  const t = useT()
  const { area_m2, length_m, site_number, survey, valid_from, valid_to, recorded_from } = version
  return (
    <p className="life-version">
      <b className="number">{squareMetres(area_m2)}</b> <span className="number">{metres(length_m)}</span>
      {site_number !== null && <span> {t('geometry.site', { number: site_number })}</span>}
      {survey && (
        <span className="number">
          {' '}
          {t('geometry.depth', { value: metres(survey.depth_m) })} <span className="mono">{survey.crs}</span>
        </span>
      )}
      <small className="muted number">
        {t('geometry.version_until', { from: day(valid_from), to: day(valid_to) })} ·{' '}
        {t('geometry.version_known', { from: day(recorded_from) })}
      </small>
    </p>
  )
}

type OverDigProps = { of: OfDig; id: string; isShown: boolean; onToggle: () => void }

function OverDig({ of, id, isShown, onToggle }: OverDigProps) {
  const t = useT()
  const language = useLanguage()
  const { over_dig, tolerance, case: raised, actions } = of
  return (
    <Section title={t('geometry.over_dig')}>
      {over_dig === null ? (
        <p className="muted">{t('geometry.not_surveyed')}</p>
      ) : (
        <p className="life-version">
          <Switch name="over_dig" isOn={isShown} onToggle={onToggle} />
          <b className="number">{squareMetres(over_dig.area_m2)}</b>{' '}
          <span className="number">{t('geometry.share_of_built', { share: percent(over_dig.share) })}</span>{' '}
          <span className={over_dig.is_beyond ? 'tag red' : 'tag'}>
            {t(over_dig.is_beyond ? 'geometry.beyond' : 'geometry.within')}
          </span>
        </p>
      )}
      {raised && (
        <p className="life-version">
          <span className={raised.status === 'open' ? 'tag red' : 'tag'}>{t(`geometry.case.${raised.status}`)}</span>{' '}
          {raised.outcome && t(`value.${raised.outcome}`)}
          <small className="muted">
            {day(raised.opened_at)}
            {raised.closed_at && ` — ${day(raised.closed_at)}`} {raised.reason}
          </small>
        </p>
      )}
      {actions.length > 0 && <ActionList actions={actions} project={{ id }} isSmall />}
      <p className="muted clock-basis">
        {t('geometry.tolerance', { area: squareMetres(tolerance.area_m2), share: percent(tolerance.share) })} ·{' '}
        {pick(language, tolerance.basis_zh, tolerance.basis_en)}
      </p>
    </Section>
  )
}

function Differences({ of: { differences } }: { of: OfDig }) {
  const t = useT()
  if (differences.length === 0) return null
  return (
    <Section title={t('geometry.differences')}>
      {differences.map((row) => (
        <div key={row.life} className="life-difference">
          <h3>
            {t('geometry.against', {
              life: t(`geometry.life.${row.life}`),
              against: t(`geometry.life.${row.against}`),
            })}
          </h3>
          <dl>
            <dt>{t('geometry.overlap')}</dt>
            <dd className="number">{squareMetres(row.overlap_m2)}</dd>
            <dt>{t('geometry.outside')}</dt>
            <dd className="number">
              {squareMetres(row.outside_m2)} · {percent(row.outside_share)}
            </dd>
            <dt>{t('geometry.missing')}</dt>
            <dd className="number">{squareMetres(row.missing_m2)}</dd>
            <dt>{t('geometry.hausdorff')}</dt>
            <dd className="number">{metres(row.hausdorff_m)}</dd>
          </dl>
        </div>
      ))}
    </Section>
  )
}
