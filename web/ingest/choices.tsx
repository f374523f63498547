import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Section } from '../ui/section.tsx'
import type { Choice, Chosen, Mapping, Preview, Target } from './import.ts'

type Props = {
  preview: Preview
  targets: Target[]
  chosen: Chosen
  onChoose: (change: Partial<Chosen>) => void
  mapping: Mapping
  onMap: (mapping: Mapping) => void
}

/** Systems that are asked for most here; any EPSG code may be written. */
const systems = ['EPSG:4490', 'EPSG:4523', 'EPSG:4544', 'EPSG:4326', 'EPSG:3857', 'GCJ-02', 'BD-09']
const encodings = ['utf-8', 'gbk', 'gb18030', 'big5']

/** What becomes of the file, and what it does not say of itself. */
export function Choices({ preview, targets, chosen, onChoose, mapping, onMap }: Props) {
  const t = useT()
  const language = useLanguage()
  const open = (field: Choice['field']) => preview.choices.find((choice) => choice.field === field)?.options
  const layers = open('layer')
  const columns = open('mapping')
  return (
    <Section title={t('imports.choices')}>
      <div className="imports-form">
        <label className="field">
          <span>{t('imports.target')}</span>
          <select className="input" value={chosen.target} onChange={({ target }) => onChoose({ target: target.value })}>
            {targets.map(({ name, title_zh, title_en }) => (
              <option key={name} value={name}>
                {pick(language, title_zh, title_en)}
              </option>
            ))}
          </select>
        </label>
        {(layers || chosen.source_layer) && (
          <label className="field">
            <span>{t('imports.source_layer')}</span>
            <select
              className="input"
              value={chosen.source_layer}
              onChange={({ target }) => onChoose({ source_layer: target.value })}
            >
              <option value="">—</option>
              {(layers ?? [{ value: chosen.source_layer, count: null }]).map(({ value, count }) => (
                <option key={value} value={value}>
                  {value}
                  {count === null || count === undefined ? '' : ` (${count})`}
                </option>
              ))}
            </select>
          </label>
        )}
        <Written name="crs" value={chosen.crs} options={systems} onChoose={(crs) => onChoose({ crs })} />
        <Written
          name="encoding"
          value={chosen.encoding}
          options={encodings}
          onChoose={(encoding) => onChoose({ encoding })}
        />
        {columns && <GeometryColumns columns={columns.map(({ value }) => value)} mapping={mapping} onMap={onMap} />}
      </div>
      <Suggestions options={open('crs')} onPick={(crs) => onChoose({ crs })} />
      <Suggestions options={open('encoding')} onPick={(encoding) => onChoose({ encoding })} />
    </Section>
  )
}

type WrittenProps = { name: string; value: string; options: string[]; onChoose: (value: string) => void }

/** Chosen from a list or written; taken when the field is left. */
function Written({ name, value, options, onChoose }: WrittenProps) {
  const t = useT()
  return (
    <label className="field">
      <span>{t(`imports.${name}`)}</span>
      <input
        key={value}
        className="input"
        list={`imports-${name}`}
        defaultValue={value}
        placeholder={t('imports.as_in_file')}
        onBlur={({ target }) => target.value.trim() !== value && onChoose(target.value.trim())}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <datalist id={`imports-${name}`}>
        {options.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
    </label>
  )
}

/** What the file's content suggests, with where on earth it would lie or how its words would read. */
function Suggestions({ options, onPick }: { options: Choice['options'] | undefined; onPick: (value: string) => void }) {
  const t = useT()
  if (!options || options.length === 0) return null
  return (
    <ul className="imports-suggestions" aria-label={t('imports.suggestions')}>
      {options.map(({ value, lands_at, text }) => (
        <li key={`${value}${text}`}>
          <button type="button" className="button small" onClick={() => onPick(value)}>
            {value}
          </button>
          <small className="muted">
            {[text, lands_at?.map((number) => number.toFixed(4)).join(', ')].filter(Boolean).join(' · ')}
          </small>
        </li>
      ))}
    </ul>
  )
}

type GeometryProps = { columns: string[]; mapping: Mapping; onMap: (mapping: Mapping) => void }

function GeometryColumns({ columns, mapping, onMap }: GeometryProps) {
  const t = useT()
  return (['x', 'y', 'wkt'] as const).map((key) => (
    <label key={key} className="field">
      <span>{t(`imports.geometry_${key}`)}</span>
      <select
        className="input"
        value={typeof mapping[key] === 'string' ? mapping[key] : ''}
        onChange={({ target }) => onMap(chosenColumn(mapping, key, target.value))}
      >
        <option value="">—</option>
        {columns.map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </select>
    </label>
  ))
}

function chosenColumn(mapping: Mapping, key: string, column: string): Mapping {
  const { [key]: _former, ...rest } = mapping
  return column ? { ...rest, [key]: column } : rest
}
