import { useState } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { useFindings, type Finding } from './inspection.ts'

/** What was found wrong, by the dictionary; each that is ticked may have a word more. */
export function FindingsField() {
  const t = useT()
  const language = useLanguage()
  const { data = [] } = useFindings()
  const [chosen, setChosen] = useState<readonly string[]>([])
  return (
    <fieldset className="visit-group">
      <legend>{t('field.findings')}</legend>
      {data.toSorted(otherLast).map(({ code, label_zh, label_en, properties }) => {
        const isOn = chosen.includes(code)
        const label = pick(language, label_zh, label_en)
        return (
          <div key={code} className="visit-finding">
            <label className="field-check">
              <input
                type="checkbox"
                name="finding"
                value={code}
                checked={isOn}
                onChange={() => setChosen(isOn ? chosen.filter((one) => one !== code) : [...chosen, code])}
              />
              {label}
              {properties.severity === 'high' && <span className="tag red">{t('inspection.severity.high')}</span>}
            </label>
            {isOn && (
              <input
                className="input"
                name={`finding_note_${code}`}
                maxLength={2000}
                aria-label={t('inspection.finding_note', { finding: label })}
                placeholder={t('field.note')}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

/** What is left over stands at the end, whatever its code. */
const otherLast = (a: Finding, b: Finding) => Number(a.code === 'other') - Number(b.code === 'other')
