import { shown, useFigures } from '../figures/figure.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'

/** How requests are handled here this year, for everybody: the same figures as on the board. */
export function PublicFigures() {
  const t = useT()
  const language = useLanguage()
  const { data } = useFigures(undefined)
  if (!data) return null
  return (
    <section className="near-figures" aria-label={t('near.figures', { year: data.year })}>
      <h2>{t('near.figures', { year: data.year })}</h2>
      <dl className="facts">
        {data.petitions.map(({ figure, unit, this_year, definition_zh, definition_en }) => (
          <div key={figure} title={pick(language, definition_zh, definition_en)}>
            <dt>{t(`figure.name.${figure}`)}</dt>
            <dd className="number">
              {shown(unit, this_year.value)}
              {unit === 'working_days' && this_year.value !== null && ` ${t('figure.working_days')}`}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
