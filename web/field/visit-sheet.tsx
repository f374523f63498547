import { useEffect, useRef, useState, type FormEvent } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { isFailed, outcomes } from '../inspections/inspection.ts'
import '../inspections/inspections.css'
import '../operations/operations.css'
import { DrawBar } from '../map/draw-bar.tsx'
import { useSketch } from '../map/use-sketch.ts'
import { Button } from '../ui/button.tsx'
import { Loading } from '../ui/loading.tsx'
import { Arrival } from './arrival.tsx'
import { Choice } from './choice.tsx'
import { Discard } from './discard.tsx'
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
      {isFailed(outcome) && (
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

/** What a visit lacks to be finished, as a key of the catalogues; the server asks for the same (server/inspections/check.ts). */
function lacking({ outcome, findings, note, promoter_told, made_safe }: Draft): string | undefined {
  if (!outcome) return 'fieldwork.lacks.outcome'
  if (outcome.startsWith('failed') && Object.keys(findings).length === 0) return 'fieldwork.lacks.finding'
  if (outcome === 'unable_to_inspect' && !note.trim()) return 'fieldwork.lacks.note'
  if (outcome === 'failed_high' && (promoter_told === undefined || made_safe === undefined))
    return 'fieldwork.lacks.danger'
  return undefined
}
