import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/section.tsx'
import type { Chosen, Mapping, Target } from './import.ts'

type Props = {
  target: Target
  chosen: Chosen
  mapping: Mapping
  onChoose: (change: Partial<Chosen>) => void
  isSending: boolean
  onSend: () => void
}

/** All or nothing, or the good rows; then it goes. */
export function Send({ target, chosen, mapping, onChoose, isSending, onSend }: Props) {
  const t = useT()
  const language = useLanguage()
  const missing = target.fields.filter(({ name, required }) => required && isEmpty(mapping[name]))
  const isNamed = target.name !== 'layer' || /^[a-z][a-z0-9_]{0,62}$/.test(chosen.layer)
  return (
    <Section title={t('imports.send_title')}>
      <div className="imports-form">
        {target.name === 'layer' && (
          <label className="field">
            <span>{t('imports.layer')}</span>
            <input
              className="input"
              value={chosen.layer}
              pattern="[a-z][a-z0-9_]{0,62}"
              aria-invalid={!isNamed}
              onChange={(event) => onChoose({ layer: event.target.value })}
            />
            <span className="hint">{t('imports.layer_hint')}</span>
          </label>
        )}
        <fieldset className="imports-mode">
          <legend>{t('imports.mode')}</legend>
          {(['all_or_nothing', 'partial'] as const).map((mode) => (
            <label key={mode}>
              <input
                type="radio"
                name="import-mode"
                checked={chosen.mode === mode}
                onChange={() => onChoose({ mode })}
              />
              {t(`imports.mode_${mode}`)}
            </label>
          ))}
        </fieldset>
      </div>
      {missing.length > 0 && (
        <p className="imports-note">
          {t('imports.missing')}{' '}
          {missing.map(({ title_zh, title_en }) => pick(language, title_zh, title_en)).join('、')}
        </p>
      )}
      <Button look="primary" disabled={isSending || missing.length > 0 || !isNamed} onClick={onSend}>
        {t(isSending ? 'imports.sending' : 'imports.send')}
      </Button>
    </Section>
  )
}

const isEmpty = (from: Mapping[string] | undefined) =>
  from === undefined || from === '' || (typeof from === 'object' && 'value' in from && from.value === '')
