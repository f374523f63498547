import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { randomKey, request } from '../api.ts'
import { useT } from '../i18n/index.ts'
import '../inspections/inspections.css'
import { PositionField } from '../inspections/position.tsx'
import type { Standing } from '../map/standing.ts'
import { sendPhotos } from '../inspections/send-visit.ts'
import type { FormProps } from '../operations/forms.ts'
import { Button } from '../ui/button.tsx'
import { Trouble, WrongFields } from '../ui/fault.tsx'
import { useDetection } from './detection.ts'

/** 现场核实 and 复核整改: what was seen there, with where one stood or a photo that proves the visit. */
export function VerifyForm({ operation, onCancel, onDone }: FormProps) {
  const t = useT()
  const { action, label } = operation
  const id = /det_\d{6}_[0-9a-f-]{36}/.exec(action.href)?.[0] ?? ''
  const { data: row } = useDetection(id)
  const [standing, setStanding] = useState<Standing>()
  const [key] = useState(randomKey)
  const sent = useRef(new Map<string, string>())
  const form = useRef<HTMLFormElement>(null)
  const act = useMutation({
    mutationFn: async (data: FormData) => {
      const attachments = await sendPhotos(id, data.getAll('attachments'), standing, sent.current)
      const body = { note: String(data.get('note')).trim(), attachments, ...(standing ? { position: standing } : {}) }
      return request(action.method, action.href, { body, key, version: action.version })
    },
    onSuccess: onDone,
  })
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea')?.focus(), [])
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
      <label className="field">
        <span>{t('field.note')}</span>
        <textarea className="input" name="note" maxLength={2000} required />
      </label>
      <label className="field">
        <span>
          {t('inspection.photos')} <small className="hint">{t('field.optional')}</small>
        </span>
        <input className="input" type="file" name="attachments" accept="image/*" multiple />
      </label>
      <PositionField place={row?.geometry} standing={standing} onStand={setStanding} />
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
