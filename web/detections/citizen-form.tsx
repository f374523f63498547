import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { post, type Api, type InferResponseType } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { PositionField } from '../inspections/position.tsx'
import type { Standing } from '../map/standing.ts'
import '../inspections/inspections.css'
import { Button } from '../ui/button.tsx'
import { Trouble, WrongFields } from '../ui/fault.tsx'
import { FollowLink } from '../ui/follow-link.tsx'
import { most_photos, photosOf, sendByLink } from '../ui/link-photos.ts'
import './detections.css'

type Reported = InferResponseType<Api['citizenReports']['index']['$post'], 201>

/** 随手报: anybody reports a dig without a sign, by its place, a word and photos; without an account, and the link to follow it is theirs alone. */
export function CitizenReport() {
  const t = useT()
  const [standing, setStanding] = useState<Standing>()
  const [made, setMade] = useState<{ report: Reported; unsent: number }>()
  const report = useMutation({
    mutationFn: async (form: FormData) => {
      const body = { ...standing!, note: String(form.get('note')) }
      const taken = await post<Reported>('/api/citizen-reports', body)
      return { report: taken, unsent: await sendByLink(`/api/citizen-reports/${taken.token}/photos`, photosOf(form)) }
    },
    onSuccess: setMade,
  })
  if (made)
    return (
      <FollowLink
        className="citizen-form"
        reference={made.report.reference}
        state={t(`citizen.state.${made.report.state}`)}
        path={`/r/${made.report.token}`}
        unsent={made.unsent}
        again={t('citizen.again')}
        onAgain={() => {
          setStanding(undefined)
          setMade(undefined)
        }}
      />
    )
  return (
    <form
      className="operation-form citizen-form"
      aria-label={t('citizen.title')}
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        report.mutate(new FormData(event.currentTarget))
      }}
    >
      <p className="muted">{t('citizen.how')}</p>
      <PositionField place={undefined} standing={standing} onStand={setStanding} />
      <label className="field">
        <span>{t('citizen.note')}</span>
        <textarea className="input" name="note" minLength={2} maxLength={500} required />
        <small className="hint">{t('citizen.no_names')}</small>
      </label>
      <label className="field">
        <span>
          {t('inspection.photos')} <small className="hint">{t('field.optional')}</small>
        </span>
        <input className="input" type="file" name="photos" accept="image/*" multiple />
        <small className="hint">{t('citizen.photos', { most: most_photos })}</small>
      </label>
      {report.error && <Trouble error={report.error} />}
      <WrongFields error={report.error} />
      <Button type="submit" look="primary" disabled={!standing || report.isPending}>
        {t(standing ? 'citizen.send' : 'citizen.place_first')}
      </Button>
    </form>
  )
}
