import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { randomKey, request } from '../api.ts'
import { useT } from '../i18n/index.ts'
import '../inspections/inspections.css'
import { PositionField } from '../inspections/position.tsx'
import type { Standing } from '../map/standing.ts'
import { sendPhotos } from '../inspections/send-visit.ts'
import type { FormProps } from '../operations/forms.ts'
import { idIn } from '../operations/operation.ts'
import { OperationShell } from '../operations/shell.tsx'
import { WrongFields } from '../ui/fault.tsx'
import { useDetection } from './detection.ts'

/** 现场核实 and 复核整改: what was seen there, with where one stood or a photo that proves the visit. */
export function VerifyForm({ operation, onCancel, onDone }: FormProps) {
  const t = useT()
  const { action, label } = operation
  const id = idIn(action.href) ?? ''
  const { data: row } = useDetection(id)
  const [standing, setStanding] = useState<Standing>()
  const [key] = useState(randomKey)
  const sent = useRef(new Map<string, string>())
  const act = useMutation({
    mutationFn: async (data: FormData) => {
      const attachments = await sendPhotos(id, data.getAll('attachments'), standing, sent.current)
      const body = { note: String(data.get('note')).trim(), attachments, ...(standing ? { position: standing } : {}) }
      return request(action.method, action.href, { body, key, version: action.version })
    },
    onSuccess: onDone,
  })
  return (
    <OperationShell
      label={label}
      act={act}
      focus="textarea"
      refused={<WrongFields error={act.error} />}
      onCancel={onCancel}
    >
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
    </OperationShell>
  )
}
