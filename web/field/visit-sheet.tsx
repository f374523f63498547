import { useEffect, useRef, useState, type FormEvent } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { doubtful_m, metresTo } from '../inspections/distance.ts'
import '../inspections/inspections.css'
import '../operations/operations.css'
import { DrawBar } from '../map/draw-bar.tsx'
import type { Geometry } from '../map/geojson.ts'
import { standingHere, type Standing } from '../map/standing.ts'
import { useSketch } from '../map/use-sketch.ts'
import { Button } from '../ui/button.tsx'
import { metres } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { Loading } from '../ui/loading.tsx'
import { drop, keepDraft, readDraft, type Dig, type Draft, type Kept, type Taken } from './kept.ts'
import { PhotoField } from './photo-field.tsx'
import { Refused } from './refused.tsx'
import { businessNow, tell } from './use-field.ts'

type Props = { kept: Kept; dig: Dig; taken: Taken; onClose: () => void }

/** One visit on the spot. Every change is on the device at once; finished, it waits to be sent. */
export function VisitSheet({ kept, dig, taken, onClose }: Props) {
  const [draft, setDraft] = useState<Draft>()
  // what is said meanwhile is not lost to an answer that comes late (the device's position)
  const latest = useRef<Draft>(undefined)
  useEffect(() => {
    void readDraft(kept.id).then((found) => {
      latest.current = found
      setDraft(found)
    })
  }, [kept.id])
  if (!draft) return <Loading />
  const change = (over: Partial<Draft>) => {
    const next = { ...latest.current!, ...over }
    latest.current = next
    setDraft(next)
    void keepDraft(kept, next)
  }
  return <Sheet kept={kept} dig={dig} taken={taken} draft={draft} onChange={change} onClose={onClose} />
}

const outcomes = ['passed', 'failed_low', 'failed_high', 'unable_to_inspect'] as const
const categories = ['live_site', 'reinstatement', 'dust_muck', 'guarantee_end'] as const

function Sheet({
  kept,
  dig,
  taken,
  draft,
  onChange,
  onClose,
}: Props & { draft: Draft; onChange: (over: Partial<Draft>) => void }) {
  const t = useT()
  const language = useLanguage()
  const [missing, setMissing] = useState<string>()
  const { outcome, findings } = draft
  const place = dig.sites.find(({ id }) => id === draft.site_id)?.geometry ?? dig.geometry
  const isFailed = outcome === 'failed_low' || outcome === 'failed_high'
  useSketch('sketch', draft.sketch ? [draft.sketch] : [], { colour: '#d6336c' })
  const finish = async (event: FormEvent) => {
    event.preventDefault()
    const lacks = lacking(draft)
    setMissing(lacks)
    if (lacks) return
    await keepDraft(
      { ...kept, state: 'waiting', refusal: undefined, inspected_at: kept.inspected_at ?? businessNow(taken) },
      draft,
    )
    onClose()
    tell()
  }
  const tick = (code: string) => {
    const { [code]: ticked, ...rest } = findings
    onChange({ findings: ticked === undefined ? { ...findings, [code]: '' } : rest })
  }
  return (
    <form
      className="fieldwork-visit"
      aria-label={t('fieldwork.visit')}
      onSubmit={(event) => void finish(event)}
      noValidate
    >
      <h2>{pick(language, dig.name, dig.name_en)}</h2>
      {kept.refusal && <Refused kept={kept} />}
      <Arrival place={place} taken={taken} draft={draft} onChange={onChange} />
      {!draft.follows && (
        <div className="visit-kinds">
          {dig.sites.length > 0 && (
            <label className="field">
              <span>{t('field.site_id')}</span>
              <select
                className="input"
                value={draft.site_id ?? ''}
                onChange={({ target }) => onChange({ site_id: target.value })}
              >
                {dig.sites.map(({ id, name, name_en, status }) => (
                  <option key={id} value={id}>
                    {pick(language, name, name_en)} · {t(`site.status.${status}`)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label className="field">
            <span>{t('inspection.category')}</span>
            <select
              className="input"
              value={draft.category}
              onChange={({ target }) => onChange({ category: target.value })}
            >
              {categories.map((value) => (
                <option key={value} value={value}>
                  {t(`value.${value}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <Choice
        legend={t('field.outcome')}
        values={outcomes}
        chosen={outcome}
        words={(value) => t(`value.${value}`)}
        onChoose={(value) => onChange({ outcome: value })}
      />
      {isFailed && (
        <fieldset className="visit-group">
          <legend>{t('field.findings')}</legend>
          {taken.findings.map(({ code, label_zh, label_en, properties }) => {
            const words = pick(language, label_zh, label_en)
            return (
              <div key={code} className="visit-finding">
                <label className="field-check">
                  <input type="checkbox" checked={findings[code] !== undefined} onChange={() => tick(code)} />
                  {words}
                  {properties.severity === 'high' && <span className="tag red">{t('inspection.severity.high')}</span>}
                </label>
                {findings[code] !== undefined && (
                  <input
                    className="input"
                    maxLength={2000}
                    aria-label={t('inspection.finding_note', { finding: words })}
                    placeholder={t('field.note')}
                    value={findings[code]}
                    onChange={({ target }) => onChange({ findings: { ...findings, [code]: target.value } })}
                  />
                )}
              </div>
            )
          })}
        </fieldset>
      )}
      {outcome === 'failed_high' &&
        (['promoter_told', 'made_safe'] as const).map((name) => (
          <Choice
            key={name}
            legend={t(`field.${name}`)}
            values={['yes', 'no'] as const}
            chosen={draft[name] === undefined ? undefined : draft[name] ? 'yes' : 'no'}
            words={(value) => t(`value.${value}`)}
            onChoose={(value) => onChange({ [name]: value === 'yes' })}
          />
        ))}
      <label className="field">
        <span>{t('field.note')}</span>
        <textarea
          className="input"
          maxLength={2000}
          value={draft.note}
          onChange={({ target }) => onChange({ note: target.value })}
        />
      </label>
      <PhotoField kept={kept} draft={draft} taken={taken} />
      <fieldset className="visit-group">
        <legend>{t('fieldwork.sketch')}</legend>
        <DrawBar shapes={['linestring', 'polygon']} isOnce onDrawn={(shape) => shape && onChange({ sketch: shape })} />
        {draft.sketch && (
          <p className="operations-row">
            <span className="tag green">{t('fieldwork.sketched')}</span>
            <Button size="small" look="quiet" onClick={() => onChange({ sketch: undefined })}>
              {t('fieldwork.take_away')}
            </Button>
          </p>
        )}
      </fieldset>
      {missing && (
        <p className="wrong" role="alert">
          {t(missing)}
        </p>
      )}
      <div className="fieldwork-actions">
        <Button type="submit" look="primary">
          {t('fieldwork.finish')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('fieldwork.later')}
        </Button>
        <Discard onDiscard={() => void drop(kept.id).then(() => (onClose(), tell()))} />
      </div>
    </form>
  )
}

/** When the inspector is there: noted by itself near the site, by hand elsewhere, with how far that is (a warning, never a bar). */
function Arrival({
  place,
  taken,
  draft,
  onChange,
}: {
  place: Geometry
  taken: Taken
  draft: Draft
  onChange: (over: Partial<Draft>) => void
}) {
  const t = useT()
  const { standing, started_at } = draft
  const [isLost, setLost] = useState(false)
  const near_m = taken.pack.limits.start_within_m
  const away = standing && metresTo([standing.lon, standing.lat], place)
  const isFar = away !== undefined && away > doubtful_m
  const stand = (here: Standing | null, isByHand: boolean) => {
    setLost(here === null)
    const near = here !== null && metresTo([here.lon, here.lat], place) <= near_m
    onChange({ ...(here ? { standing: here } : {}), ...(near || isByHand ? { started_at: businessNow(taken) } : {}) })
  }
  // asked once, when the sheet is opened
  const ask = useRef(() => {
    if (!started_at) void standingHere(10_000).then((here) => here && stand(here, false))
  })
  useEffect(() => ask.current(), [])
  return (
    <fieldset className="visit-group">
      <legend>{t('fieldwork.arrival')}</legend>
      {started_at ? (
        <p className="tag green" role="status">
          <Icon name="check" size={15} /> {t('fieldwork.arrived', { at: hour(started_at) })}
        </p>
      ) : (
        <Button icon="target" onClick={() => void standingHere().then((here) => stand(here, true))}>
          {t('fieldwork.arrive')}
        </Button>
      )}
      {away !== undefined && (
        <p className={isFar ? 'inspection-warning' : 'muted'}>
          {t('inspection.away', { distance: metres(Math.round(away)) })}
          {isFar && ` · ${t('inspection.too_far', { limit: metres(doubtful_m) })}`}
        </p>
      )}
      {isLost && <small className="muted">{t('fieldwork.no_position')}</small>}
    </fieldset>
  )
}

type ChoiceProps<Value extends string> = {
  legend: string
  values: readonly Value[]
  chosen: Value | undefined
  words: (value: Value) => string
  onChoose: (value: Value) => void
}
/** One of a few, each as large as a thumb. */
function Choice<Value extends string>({ legend, values, chosen, words, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="visit-group fieldwork-choice">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value} className="field-check">
          <input type="radio" name={legend} checked={chosen === value} onChange={() => onChoose(value)} />
          {words(value)}
        </label>
      ))}
    </fieldset>
  )
}

/** Throwing away asks once more; there is no way back. */
export function Discard({ onDiscard }: { onDiscard: () => void }) {
  const t = useT()
  const [isAsked, setAsked] = useState(false)
  return (
    <Button look={isAsked ? 'danger' : 'quiet'} onClick={() => (isAsked ? onDiscard() : setAsked(true))}>
      {t(isAsked ? 'fieldwork.discard_sure' : 'fieldwork.discard')}
    </Button>
  )
}

/** What a visit lacks to be finished, as a key of the catalogues; the server asks for the same (server/inspections/check.ts). */
function lacking({ outcome, findings, note, promoter_told, made_safe }: Draft): string | undefined {
  if (!outcome) return 'fieldwork.lacks.outcome'
  if (outcome.startsWith('failed') && Object.keys(findings).length === 0) return 'fieldwork.lacks.finding'
  if (outcome === 'unable_to_inspect' && !note.trim()) return 'fieldwork.lacks.note'
  if (outcome === 'failed_high' && (promoter_told === undefined || made_safe === undefined))
    return 'fieldwork.lacks.danger'
  return undefined
}

const hour = (at: string) =>
  new Intl.DateTimeFormat('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: 'Asia/Shanghai',
  }).format(new Date(at))
