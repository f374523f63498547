import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { post } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { DrawBar } from '../map/draw-bar.tsx'
import type { Geometry } from '../map/geojson.ts'
import { useSketch } from '../map/use-sketch.ts'
import { useSession } from '../shell/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Section } from '../ui/section.tsx'
import { say } from '../ui/toast.tsx'
import { blackoutReasons } from './restriction.ts'

/** A new period in which no works may start: in the whole district, or on the ground that is drawn. */
export function DeclareBlackout() {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen)
    return (
      <Section title={t('restriction.declare')}>
        <Button icon="plus" onClick={() => setOpen(true)}>
          {t('restriction.declare')}
        </Button>
      </Section>
    )
  return (
    <Section title={t('restriction.declare')}>
      <Form onDone={() => setOpen(false)} />
    </Section>
  )
}

function Form({ onDone }: { onDone: () => void }) {
  const t = useT()
  const { session } = useSession()
  const client = useQueryClient()
  const [ground, setGround] = useState<Geometry>()
  useSketch('blackout', ground ? [ground] : [], { isDashed: true })
  const declare = useMutation({
    mutationFn: (body: object) => post('/api/restrictions/blackouts', body),
    onSuccess: () => {
      say(t('restriction.declared'))
      void client.invalidateQueries({ queryKey: ['restrictions'] })
      onDone()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = Object.fromEntries(new FormData(event.currentTarget))
    const { exempts_emergency, ...rest } = form
    declare.mutate({ ...rest, exempts_emergency: exempts_emergency === 'on', ...(ground ? { geometry: ground } : {}) })
  }
  const input = (name: string, more: object) => (
    <label className="field" key={name}>
      <span>{t(`restriction.field.${name}`)}</span>
      <input className="input" name={name} required {...more} />
    </label>
  )
  return (
    <form className="checkup-form" onSubmit={submit} aria-label={t('restriction.declare')}>
      {input('name_zh', { minLength: 2, maxLength: 200, autoFocus: true })}
      {input('name_en', { minLength: 2, maxLength: 200 })}
      <label className="field">
        <span>{t('restriction.field.reason')}</span>
        <select className="input" name="reason">
          {blackoutReasons.map((reason) => (
            <option key={reason} value={reason}>
              {t(`restriction.reason.${reason}`)}
            </option>
          ))}
        </select>
      </label>
      {input('basis', { maxLength: 2000 })}
      {input('from_on', { type: 'date', defaultValue: session.today })}
      {input('to_on', { type: 'date', defaultValue: session.today })}
      <label className="field-check">
        <input type="checkbox" name="exempts_emergency" defaultChecked /> {t('restriction.field.exempts_emergency')}
      </label>
      <div className="checkup-wide">
        <p className="muted">{t(ground ? 'restriction.in_area' : 'restriction.draw_or_whole')}</p>
        <DrawBar shapes={['polygon']} isOnce onDrawn={(drawn) => drawn && setGround(drawn)} />
      </div>
      {declare.error && <Trouble error={declare.error} />}
      <div className="reason-form-row checkup-wide">
        <Button type="submit" look="primary" disabled={declare.isPending}>
          {t('action.confirm', { action: t('restriction.declare') })}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  )
}
