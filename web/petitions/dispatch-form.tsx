import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { get, randomKey, request } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import type { FormProps } from '../operations/forms.ts'
import { Button } from '../ui/button.tsx'
import { Trouble, WrongFields } from '../ui/fault.tsx'
import type { Units } from './petition.ts'

/** 派单: who answers, and who judges the answer. The judge is neither of the two; the server says so as well. */
export function DispatchForm({ operation, onCancel, onDone }: FormProps) {
  const t = useT()
  const { action, label } = operation
  const [key] = useState(randomKey)
  const id = /ptn_\d{6}_[0-9a-f-]{36}/.exec(action.href)?.[0] ?? ''
  const { data } = useQuery({
    queryKey: ['petitions', id, 'units'],
    queryFn: ({ signal }) => get<Units>(`/api/petitions/${id}/units`, undefined, signal),
  })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('select')?.focus(), [])
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
    <form
      ref={form}
      className="operation-form"
      aria-label={label}
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        act.mutate(new FormData(event.currentTarget))
      }}
      onKeyDown={(event) => event.key === 'Escape' && (event.preventDefault(), onCancel())}
    >
      <h2>{label}</h2>
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
      {act.error && <Trouble error={act.error} />}
      <WrongFields error={act.error} />
      <div className="operations-row">
        <Button type="submit" look="primary" disabled={act.isPending}>
          {t('action.confirm', { action: label })}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
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
