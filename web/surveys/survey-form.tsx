import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { post, ProblemError, sendFile } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { DrawBar } from '../map/draw-bar.tsx'
import { collect, type Geometry } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Section } from '../ui/section.tsx'
import { say } from '../ui/toast.tsx'
import { inks, type OfDig, type Site } from './geometry.ts'
import { filesIn } from '../ui/files-in.ts'

/** The sites of a dig, how often each was surveyed, and for its promoter the form to hand a survey in. */
export function Surveys({ of: { sites }, id }: { of: OfDig; id: string }) {
  const t = useT()
  const language = useLanguage()
  const [open, setOpen] = useState<string>()
  return (
    <Section title={t('geometry.survey')} count={sites.length}>
      <ul className="survey-sites">
        {sites.map((site) => (
          <li key={site.id}>
            {pick(language, site.name, site.name_en)}{' '}
            <small className="muted">{t('geometry.surveys', { count: site.surveys })}</small>
            {site.may_survey && open !== site.id && (
              <Button size="small" icon="ruler" onClick={() => setOpen(site.id)}>
                {t('geometry.hand_in')}
              </Button>
            )}
            {site.may_survey && open === site.id && (
              <SurveyForm site={site} project={id} onDone={() => setOpen(undefined)} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function SurveyForm({ site, project, onDone }: { site: Site; project: string; onDone: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const [drawn, setDrawn] = useState<Geometry>()
  useDrawn(drawn)
  const handIn = useMutation({
    mutationFn: async (form: FormData) => {
      const { geometry, ...figures } = valuesOf(form, drawn)
      if (!geometry) throw new ProblemError(422, { detail: t('geometry.wrong_text') })
      const files = filesIn(form.getAll('file'))
      const evidence = await Promise.all(files.map((file) => sendFile(site.id, file)))
      return post(`/api/sites/${site.id}/survey`, { geometry, ...figures, evidence }, { version: site.surveys })
    },
    onSuccess: () => {
      say(t('geometry.handed_in'))
      void client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey.includes(project) || queryKey.includes('list'),
      })
      onDone()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    handIn.mutate(new FormData(event.currentTarget))
  }
  const number = (name: string, more: object = {}) => (
    <label className="field" key={name}>
      <span>{t(`geometry.${name}`)}</span>
      <input className="input" name={name} type="number" step="0.01" min="0.01" {...more} />
    </label>
  )
  return (
    <form className="survey-form" onSubmit={submit} aria-label={t('geometry.hand_in')}>
      <div className="wide">
        <p className="muted">{t('geometry.draw')}</p>
        <DrawBar shapes={['polygon', 'linestring']} isOnce onDrawn={(one) => one && setDrawn(one)} />
      </div>
      <label className="field wide">
        <span>{t('geometry.pasted')}</span>
        <textarea className="input mono" name="pasted" />
      </label>
      <label className="field">
        <span>{t('geometry.crs')}</span>
        <input className="input mono" name="crs" defaultValue="EPSG:4490" required />
      </label>
      {number('depth_m', { required: true, max: 100 })}
      {number('width_m', { max: 500 })}
      {number('length_m', { max: 10_000 })}
      <label className="field">
        <span>{t('geometry.surveyed_at')}</span>
        <input className="input" name="surveyed_at" type="datetime-local" />
      </label>
      <label className="field">
        <span>{t('geometry.file')}</span>
        <input className="input" name="file" type="file" multiple required />
      </label>
      {handIn.error && <Wrong error={handIn.error} />}
      <div className="operations-row wide">
        <Button type="submit" look="primary" disabled={handIn.isPending}>
          {t('action.confirm', { action: t('geometry.hand_in') })}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  )
}

/** What is pasted stands before what is drawn; a drawing is in degrees whatever the field says. */
function valuesOf(form: FormData, drawn: Geometry | undefined) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const number = (name: string) => (text(name) ? { [name]: Number(text(name)) } : {})
  const at = text('surveyed_at')
  return {
    ...(text('pasted')
      ? { geometry: geometryOf(text('pasted')), crs: text('crs') }
      : { geometry: drawn, crs: 'EPSG:4490' }),
    depth_m: Number(text('depth_m')),
    ...number('width_m'),
    ...number('length_m'),
    ...(at ? { surveyed_at: `${at}:00+08:00` } : {}),
  }
}

/** A geometry, or that of a feature or of the first one of a collection. */
function geometryOf(text: string): Geometry | undefined {
  try {
    const given = JSON.parse(text) as {
      geometry?: Geometry
      features?: { geometry: Geometry }[]
      coordinates?: unknown
    }
    const found = given.features?.[0]?.geometry ?? given.geometry
    return found ?? (given.coordinates ? (given as unknown as Geometry) : undefined)
  } catch {
    return undefined
  }
}

function Wrong({ error }: { error: Error }) {
  const language = useLanguage()
  const wrong = error instanceof ProblemError ? error.errors : []
  return (
    <div className="wide">
      <Trouble error={error} />
      <ul className="survey-wrong">
        {wrong.map(({ pointer, code, message, message_zh, message_en }) => (
          <li key={pointer + code}>{pick(language, message_zh, message_en) || message}</li>
        ))}
      </ul>
    </div>
  )
}

function useDrawn(drawn: Geometry | undefined): void {
  const map = useMap()
  useEffect(() => {
    map?.sketch('survey', drawn ? { features: collect([drawn]), colour: inks.as_built } : null)
    return () => map?.sketch('survey', null)
  }, [map, drawn])
}
