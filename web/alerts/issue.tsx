import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { get, post } from '../api.ts'
import { pick, useLanguage, useT, words } from '../i18n/index.ts'
import { DrawBar } from '../map/draw-bar.tsx'
import { collect, type Geometry } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import { useSession } from '../shell/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Section } from '../ui/section.tsx'
import { say } from '../ui/toast.tsx'
import { useAlertKinds, type Alert, type AlertKind } from './alert.ts'

const projectKinds = ['road_excavation', 'pipeline_works', 'building_works', 'emergency_repair']
type Division = { code: string; name_zh: string; name_en: string; has_outline: boolean; level: string }

/** A new alert: its orders go out when it is issued. */
export function IssueAlert({ onIssued }: { onIssued: (id: string) => void }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const { data: kinds } = useAlertKinds()
  return (
    <Section title={t('alert.issue')}>
      {!isOpen && (
        <Button icon="siren" onClick={() => setOpen(true)}>
          {t('alert.issue')}
        </Button>
      )}
      {isOpen && kinds && (
        <Form kinds={kinds} onCancel={() => setOpen(false)} onDone={(id) => (setOpen(false), onIssued(id))} />
      )}
    </Section>
  )
}

function Form({ kinds, onCancel, onDone }: { kinds: AlertKind[]; onCancel: () => void; onDone: (id: string) => void }) {
  const t = useT()
  const language = useLanguage()
  const client = useQueryClient()
  const { session } = useSession()
  const [name, setName] = useState(kinds[0]?.kind)
  const [ground, setGround] = useState<Geometry>()
  useDrawn(ground)
  const kind = kinds.find((one) => one.kind === name)
  const issue = useMutation({
    mutationFn: (body: object) => post<Alert>('/api/alerts', body),
    onSuccess: (alert) => {
      say(t('alert.issued', { count: alert.counts?.orders ?? 0 }))
      void client.invalidateQueries({ queryKey: ['alerts'] })
      onDone(alert.id)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    issue.mutate(bodyOf(new FormData(event.currentTarget), ground))
  }
  if (!kind) return null
  return (
    <form className="alert-form" onSubmit={submit} aria-label={t('alert.issue')}>
      <label className="field">
        <span>{t('alert.field.kind')}</span>
        <select className="input" name="kind" value={name} onChange={({ target }) => setName(target.value)} autoFocus>
          {kinds.map((one) => (
            <option key={one.kind} value={one.kind}>
              {words(`alert.kind.${one.kind}`, one.kind)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t('alert.field.level')}</span>
        <select className="input" name="level" key={name} defaultValue={kind.levels.at(-1)}>
          {kind.levels.map((level) => (
            <option key={level} value={level}>
              {t(`alert.level.${level}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="muted alert-wide">{pick(language, kind.basis_zh, kind.basis_en)}</p>
      <label className="field">
        <span>{t('alert.field.until_on')}</span>
        <input className="input" type="date" name="until_on" required defaultValue={session.today} />
      </label>
      <label className="field">
        <span>{t('alert.field.until_time')}</span>
        <input className="input" type="time" name="until_time" required defaultValue="23:59" />
      </label>
      <Kinds key={`kinds-${name}`} kind={kind} />
      <DivisionPick isOff={ground !== undefined} />
      <div className="alert-wide">
        <p className="muted">{t(ground ? 'restriction.in_area' : 'restriction.draw_or_whole')}</p>
        <DrawBar shapes={['polygon']} isOnce onDrawn={(drawn) => drawn && setGround(drawn)} />
      </div>
      <label className="field alert-wide">
        <span>{t('alert.field.exempted')}</span>
        <textarea className="input" name="exempted" rows={2} placeholder={t('alert.exempted_how')} />
      </label>
      <label className="field alert-wide">
        <span>{t('alert.field.note')}</span>
        <input className="input" name="note" maxLength={2000} />
      </label>
      {issue.error && <Trouble error={issue.error} />}
      <div className="alert-buttons alert-wide">
        <Button type="submit" look="danger" disabled={issue.isPending}>
          {t('action.confirm', { action: t('alert.issue') })}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  )
}

function Kinds({ kind }: { kind: AlertKind }) {
  const t = useT()
  return (
    <fieldset className="alert-kinds alert-wide">
      <legend>{t('alert.field.kinds')}</legend>
      {projectKinds.map((one) => (
        <label className="field-check" key={one}>
          <input type="checkbox" name="kinds" value={one} defaultChecked={kind.kinds.includes(one)} />{' '}
          {t(`kind.${one}`)}
        </label>
      ))}
      <label className="field-check">
        <input type="checkbox" name="exempts_emergency" defaultChecked={kind.exempts_emergency} />{' '}
        {t('restriction.field.exempts_emergency')}
      </label>
    </fieldset>
  )
}

function DivisionPick({ isOff }: { isOff: boolean }) {
  const t = useT()
  const language = useLanguage()
  const { data } = useQuery({
    queryKey: ['areas', 'divisions'],
    queryFn: async ({ signal }) =>
      (await get<{ divisions: Division[] }>('/api/areas/admin', undefined, signal)).divisions,
    staleTime: Infinity,
  })
  const divisions = (data ?? []).filter(({ has_outline, level }) => has_outline && level === 'street')
  return (
    <label className="field alert-wide">
      <span>{t('areas.division')}</span>
      <select className="input" name="admin_code" disabled={isOff}>
        <option value="">{t('restriction.whole_district')}</option>
        {divisions.map(({ code, name_zh, name_en }) => (
          <option key={code} value={code}>
            {pick(language, name_zh, name_en)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What the form holds as the server wants it; each line that names a dig to be left free is its id, a blank, and the reason. */
function bodyOf(form: FormData, ground: Geometry | undefined): object {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const exempted = text('exempted')
    .split('\n')
    .map((line) => /^\s*(\S+)\s+(.+)$/.exec(line))
    .flatMap((match) => (match ? [{ project_id: match[1]!, reason: match[2]!.trim() }] : []))
  return {
    kind: text('kind'),
    level: text('level'),
    until_at: `${text('until_on')}T${text('until_time')}:00+08:00`,
    kinds: form.getAll('kinds'),
    exempts_emergency: form.get('exempts_emergency') !== null,
    exempted,
    ...(text('note') ? { note: text('note') } : {}),
    ...(ground ? { geometry: ground } : text('admin_code') ? { admin_code: text('admin_code') } : {}),
  }
}

function useDrawn(ground: Geometry | undefined): void {
  const map = useMap()
  useEffect(() => {
    map?.sketch('alert-new', ground ? { features: collect([ground]), isDashed: true } : null)
    return () => map?.sketch('alert-new', null)
  }, [map, ground])
}
