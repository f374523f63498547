import { pick, useLanguage, useT } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { day } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import { percent, type Detection, type Ground } from './detection.ts'
import { inks } from './shapes.ts'

/** What permits of the day cover of a patch, in a bar, in words, and permit by permit; with the legend of what the map shows. */
export function MatchSection({ row }: { row: Detection }) {
  const t = useT()
  const language = useLanguage()
  const { match } = row
  if (!match) return <Section title={t('detection.match')}>{t('detection.waiting')}</Section>
  const shown = { patch: true, ground: match.grounds.length > 0, excess: row.excess !== null }
  return (
    <Section title={t('detection.match')}>
      <p className="detection-share">
        <b className="number">{percent(match.share_covered)}</b>
        <meter min={0} max={1} low={0.2} high={0.8} optimum={1} value={match.share_covered}>
          {percent(match.share_covered)}
        </meter>
      </p>
      <p className="detection-why">{pick(language, match.explanation_zh, match.explanation_en)}</p>
      <ul className="detection-legend" aria-label={t('detection.legend_title')}>
        {(['patch', 'ground', 'excess'] as const)
          .filter((name) => shown[name])
          .map((name) => (
            <li key={name} className={`legend-${name}`} style={{ color: inks[name] }}>
              <span>{t(`detection.legend.${name}`)}</span>
            </li>
          ))}
      </ul>
      {match.grounds.length > 0 && (
        <ol className="detection-grounds" aria-label={t('detection.grounds')}>
          {match.grounds.map((ground) => (
            <GroundRow key={ground.project_id} ground={ground} />
          ))}
        </ol>
      )}
      <p className="muted clock-basis">{pick(language, match.basis_zh, match.basis_en)}</p>
    </Section>
  )
}

function GroundRow({ ground }: { ground: Ground }) {
  const t = useT()
  const language = useLanguage()
  const { go } = useAddress()
  const { permit_reference, project_reference, from_on, to_on } = ground
  return (
    <li>
      <span className="tag">{t(`detection.ground.${ground.ground}`)}</span>
      <button type="button" className="link" onClick={() => go({ sel: ground.project_id })}>
        {pick(language, ground.project_name, ground.project_name_en)}
      </button>
      <b className="number">{percent(ground.share)}</b>
      <small className="muted">
        <span className="mono">{permit_reference ?? project_reference}</span> · {day(from_on)} — {day(to_on)}
      </small>
    </li>
  )
}
