import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { shown, type Tile } from './figure.ts'
import { Sparkline } from './sparkline.tsx'

type Props = { tile: Tile; year: number; isMedian?: boolean; onRows: (() => void) | undefined }

/** One figure: this year against last, its months, what was reported, and how it is computed. Without data it says so. */
export function FigureTile({ tile, year, isMedian = false, onRows }: Props) {
  const t = useT()
  const language = useLanguage()
  const { figure, unit, has_data, this_year, last_year, months, reported } = tile
  const of = (part: Tile['this_year']) =>
    unit === 'share' ? `${part.numerator} / ${part.denominator}` : part.denominator
  return (
    <li className="figures-tile">
      <h3>{t(`figure.name.${figure}`)}</h3>
      {has_data ? (
        <>
          <p className="figures-value">
            <b className="number">{shown(unit, this_year.value)}</b>{' '}
            {unit === 'working_days' && <span>{t('figure.working_days')}</span>}
          </p>
          <p className="muted">
            {t('figure.last', { year: year - 1, value: shown(unit, last_year.value) })}
            {unit !== 'count' &&
              ` · ${t(unit === 'share' ? 'figure.of_share' : isMedian ? 'figure.of_median' : 'figure.of_days', { of: of(this_year) })}`}
          </p>
          <Sparkline label={t('figure.by_month', { year })} unit={unit} months={months} />
        </>
      ) : (
        <p className="figures-value">
          <span className="tag">{t('figure.no_data')}</span>
        </p>
      )}
      {reported && (
        <p className="muted">
          {t('figure.reported')}{' '}
          <span className="number">
            {reported.before !== null && `${shown(unit, reported.before)} → `}
            {shown(unit, reported.after)}
          </span>{' '}
          {unit === 'working_days' && t('figure.working_days')}
        </p>
      )}
      <details className="more">
        <summary>{t('figure.how')}</summary>
        <p>{pick(language, tile.definition_zh, tile.definition_en)}</p>
        {reported && <p className="muted">{t('figure.source', { source: reported.source })}</p>}
      </details>
      {onRows && (
        <Button size="small" onClick={onRows}>
          {t('figure.rows')}
          <span className="figures-quiet"> {t(`figure.name.${figure}`)}</span>
        </Button>
      )}
    </li>
  )
}
