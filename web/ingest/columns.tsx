import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Section } from '../ui/section.tsx'
import type { Column, Field, Mapping, Source, Target } from './import.ts'

type Props = {
  target: Target
  columns: Column[]
  mapping: Mapping
  onMap: (mapping: Mapping) => void
  isRemembered: boolean
}
const oneValue = '\u0000value'

/** Which column fills which of our fields; a field may also have one value for all rows. */
export function Columns({ target, columns, mapping, onMap, isRemembered }: Props) {
  const t = useT()
  return (
    <Section title={t('imports.columns')} count={Object.values(mapping).filter((from) => from !== '').length}>
      <p className="muted imports-hint">{t(isRemembered ? 'imports.remembered' : 'imports.suggested')}</p>
      <div className="imports-columns">
        {target.fields.map((field) => (
          <FieldRow
            key={field.name}
            field={field}
            columns={columns}
            from={mapping[field.name]}
            onFrom={(from) => onMap({ ...mapping, [field.name]: from })}
          />
        ))}
      </div>
    </Section>
  )
}

type RowProps = { field: Field; columns: Column[]; from: Source | undefined; onFrom: (from: Source) => void }

function FieldRow({ field, columns, from, onFrom }: RowProps) {
  const t = useT()
  const language = useLanguage()
  const column = typeof from === 'string' ? from : from && 'column' in from ? from.column : undefined
  const value = typeof from === 'object' && 'value' in from ? String(from.value) : undefined
  const factor = typeof from === 'object' && 'factor' in from ? ` × ${from.factor}` : ''
  const title = pick(language, field.title_zh, field.title_en)
  const pickColumn = (chosen: string) =>
    onFrom(chosen === oneValue ? { value: field.values?.[0]?.value ?? '' } : chosen)
  return (
    <div className="imports-field">
      <label className="field">
        <span>
          {title}
          {field.required && <b aria-hidden="true"> *</b>}
        </span>
        <select
          className="input"
          required={field.required}
          aria-invalid={field.required && !column && !value}
          value={value === undefined ? (column ?? '') : oneValue}
          onChange={({ target }) => pickColumn(target.value)}
        >
          <option value="">{t('imports.not_taken')}</option>
          {columns.map(({ name, sample }) => (
            <option key={name} value={name}>
              {name}
              {name === column ? factor : ''}
              {sample === null || sample === undefined ? '' : ` (${String(sample).slice(0, 24)})`}
            </option>
          ))}
          <option value={oneValue}>{t('imports.one_value')}</option>
        </select>
      </label>
      {value !== undefined && (
        <OneValue field={field} title={title} value={value} onValue={(next) => onFrom({ value: next })} />
      )}
    </div>
  )
}

type ValueProps = { field: Field; title: string; value: string; onValue: (value: string) => void }

function OneValue({ field, title, value, onValue }: ValueProps) {
  const t = useT()
  const language = useLanguage()
  const label = `${title} · ${t('imports.one_value')}`
  if (field.values)
    return (
      <select className="input" aria-label={label} value={value} onChange={({ target }) => onValue(target.value)}>
        {field.values.map((one) => (
          <option key={one.value} value={one.value}>
            {pick(language, one.title_zh, one.title_en)}
          </option>
        ))}
      </select>
    )
  const isNumber = field.type === 'number' || field.type === 'integer'
  return (
    <input
      className="input"
      aria-label={label}
      type={field.type === 'date' ? 'date' : isNumber ? 'number' : 'text'}
      step="any"
      value={value}
      onChange={({ target }) => onValue(target.value)}
    />
  )
}
