import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get, randomKey, request } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import type { FormProps } from '../operations/forms.ts'
import { idIn } from '../operations/operation.ts'
import { OperationShell } from '../operations/shell.tsx'
import { WrongFields } from '../ui/fault.tsx'
import type { Units } from './petition.ts'

/** 派单: who answers, and who judges the answer. The judge is neither of the two; the server says so as well. */
export function DispatchForm({ operation, onCancel, onDone }: FormProps) {
  const t = useT()
  const { action, label } = operation
  const [key] = useState(randomKey)
  const id = idIn(action.href) ?? ''
  const { data } = useQuery({
    queryKey: ['petitions', id, 'units'],
    queryFn: ({ signal }) => get<Units>(`/api/petitions/${id}/units`, undefined, signal),
  })
  const act = useMutation({
    mutationFn: (given: FormData) => {
      const text = (name: string) => String(given.get(name) ?? '').trim() || undefined
      const body = {
        unit_id: text('unit_id'),
        judge_id: text('judge_id'),
        is_outside_duty: given.get('is_outside_duty') !== null,
        reason: text('reason'),
      }
      return request(action.method, action.href, { body, key, version: action.version })
    },
    onSuccess: onDone,
  })
  return (
    <OperationShell
      label={label}
      act={act}
      focus="select"
      refused={<WrongFields error={act.error} />}
      onCancel={onCancel}
    >
      <UnitField name="unit_id" units={data?.units ?? []} />
      <label className="field-check">
        <input type="checkbox" name="is_outside_duty" /> {t('field.is_outside_duty')}
      </label>
      <label className="field">
        <span>
          {t('field.reason')} <small className="hint">{t('field.optional')}</small>
        </span>
        <textarea className="input" name="reason" maxLength={2000} />
      </label>
      <UnitField name="judge_id" units={data?.judges ?? []} hint={t('petition.third_how')} />
    </OperationShell>
  )
}

function UnitField({ name, units, hint }: { name: string; units: Units['units']; hint?: string }) {
  const t = useT()
  const language = useLanguage()
  return (
    <label className="field">
      <span>{t(`field.${name}`)}</span>
      <select className="input" name={name} required defaultValue="">
        <option value="" disabled>
          {t('petition.unit_choose')}
        </option>
        {units.map(({ id, name_zh, name_en, is_promoter }) => {
          const words = pick(language, name_zh, name_en)
          return (
            <option key={id} value={id}>
              {is_promoter ? t('petition.of_promoter', { name: words }) : words}
            </option>
          )
        })}
      </select>
      {hint && <small className="hint">{hint}</small>}
    </label>
  )
}
