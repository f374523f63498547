import { pick, useLanguage, useT } from '../i18n/index.ts'
import { count } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import type { Preview, Summary } from './import.ts'

const rowsShown = 6

/** What the file holds: format, place, number, notes, and its first rows as a table; or why it cannot be read. */
export function Found({ preview }: { preview: Preview }) {
  const t = useT()
  const language = useLanguage()
  const { summary, refusal, errors } = preview
  return (
    <Section title={t('imports.found')}>
      {refusal && (
        <p className="trouble" role="alert">
          {pick(language, refusal.message_zh, refusal.message_en)}
        </p>
      )}
      {summary && <Facts summary={summary} />}
      {[...(summary?.notes ?? []), ...errors.slice(0, 5)].map((said, index) => (
        <p key={index} className="imports-note">
          {said.row ? `${t('imports.row')} ${said.row}: ` : ''}
          {pick(language, said.message_zh, said.message_en)}
        </p>
      ))}
      {summary && preview.features.length > 0 && <FirstRows preview={preview} columns={summary.columns} />}
    </Section>
  )
}

function Facts({ summary }: { summary: Summary }) {
  const t = useT()
  const language = useLanguage()
  const { format, layer, source_crs, source_crs_name, encoding, count: rows } = summary
  const crs = source_crs ? [source_crs, source_crs_name].filter(Boolean).join(' · ') : t('imports.crs_open')
  return (
    <dl className="imports-facts">
      <dt>{t('imports.format')}</dt>
      <dd>{[format, layer].filter(Boolean).join(' · ')}</dd>
      <dt>{t('imports.crs')}</dt>
      <dd>{crs}</dd>
      {encoding && (
        <>
          <dt>{t('imports.encoding')}</dt>
          <dd>{encoding}</dd>
        </>
      )}
      {rows !== null && (
        <>
          <dt>{t('imports.rows')}</dt>
          <dd>{count(rows, language)}</dd>
        </>
      )}
    </dl>
  )
}

function FirstRows({ preview, columns }: { preview: Preview; columns: Summary['columns'] }) {
  const t = useT()
  return (
    <div className="imports-table" role="region" aria-label={t('imports.first_rows')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">#</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.features.slice(0, rowsShown).map(({ row, properties }) => (
            <tr key={row}>
              <td>{row}</td>
              {columns.map(({ name }) => (
                <td key={name}>{cell(properties[name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 60)
}
