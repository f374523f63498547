import { useState, type FormEvent } from 'react'
import { ProblemError } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { DrawBar } from '../map/draw-bar.tsx'
import type { Geometry } from '../map/geojson.ts'
import { useSession } from '../shell/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Section } from '../ui/section.tsx'
import { geometryOf, type Question } from './checkup.ts'

const kinds = ['pipeline_works', 'road_excavation', 'building_works', 'emergency_repair']

type Props = {
  geometry: Geometry | undefined
  onGeometry: (geometry: Geometry | undefined) => void
  onAsk: (question: Question) => void
  isAsking: boolean
  error: Error | null
}

/** Where, what and when: drawn, or given in figures by who does not draw. */
export function CheckupForm({ geometry, onGeometry, onAsk, isAsking, error }: Props) {
  const t = useT()
  const { session } = useSession()
  const isLine = geometry?.type !== 'Polygon'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const number = (name: string) => (form.get(name) ? { [name]: Number(form.get(name)) } : {})
    if (!geometry) return
    onAsk({
      geometry,
      kind: String(form.get('kind')),
      planned_from: String(form.get('planned_from')),
      planned_to: String(form.get('planned_to')),
      ...(isLine ? number('width_m') : {}),
      ...number('depth_m'),
    })
  }
  const input = (name: string, more: object) => (
    <label className="field" key={name}>
      <span>{t(`checkup.${name}`)}</span>
      <input className="input" name={name} {...more} />
    </label>
  )
  const metres = { type: 'number', step: 0.1, min: 0.1 }
  return (
    <Section title={t('checkup.what')}>
      <DrawBar shapes={['linestring', 'polygon']} isOnce onDrawn={(drawn) => drawn && onGeometry(drawn)} />
      <Figures onGeometry={onGeometry} />
      <form className="checkup-form" onSubmit={submit} key={session.today}>
        <label className="field">
          <span>{t('checkup.kind')}</span>
          <select className="input" name="kind">
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        {isLine && input('width_m', { ...metres, max: 100, required: true, defaultValue: 1.2 })}
        {input('depth_m', { ...metres, max: 100, defaultValue: 1.5 })}
        {input('planned_from', {
          type: 'date',
          required: true,
          min: session.today,
          defaultValue: later(session.today, 45),
        })}
        {input('planned_to', {
          type: 'date',
          required: true,
          min: session.today,
          defaultValue: later(session.today, 59),
        })}
        <Button type="submit" look="primary" icon="check" disabled={!geometry || isAsking}>
          {t(isAsking ? 'checkup.asking' : 'checkup.ask')}
        </Button>
      </form>
      {error && <Wrong error={error} />}
    </Section>
  )
}

/** Corner by corner, for who cannot or will not draw. */
function Figures({ onGeometry }: { onGeometry: Props['onGeometry'] }) {
  const t = useT()
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = geometryOf(String(new FormData(event.currentTarget).get('corners') ?? ''))
    setWrong(!given)
    if (given) onGeometry(given)
  }
  return (
    <details className="checkup-figures">
      <summary>{t('checkup.figures')}</summary>
      <form onSubmit={submit}>
        <label className="field">
          <span>{t('checkup.corners')}</span>
          <textarea
            className="input mono"
            name="corners"
            required
            placeholder="103.92,30.57 103.921,30.57"
            aria-invalid={isWrong || undefined}
          />
          <small className={isWrong ? 'wrong' : 'hint'}>{t('checkup.corners_hint')}</small>
        </label>
        <Button type="submit" size="small">
          {t('checkup.take')}
        </Button>
      </form>
    </details>
  )
}

/** What is wrong with which field, as the server says it. */
function Wrong({ error }: { error: Error }) {
  const language = useLanguage()
  const wrong = error instanceof ProblemError ? error.errors : []
  return (
    <>
      <Trouble error={error} />
      {wrong.length > 0 && (
        <ul className="checkup-wrong">
          {wrong.map(({ pointer, code, message, message_zh, message_en }) => (
            <li key={pointer + code}>{pick(language, message_zh, message_en) || message}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function later(day: string, days: number): string {
  if (!day) return ''
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
