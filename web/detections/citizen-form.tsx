import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { post, type Api, type InferResponseType } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { PositionField } from '../inspections/position.tsx'
import type { Standing } from '../map/standing.ts'
import '../inspections/inspections.css'
import { Button } from '../ui/button.tsx'
import { Trouble, WrongFields } from '../ui/fault.tsx'
import { say } from '../ui/toast.tsx'
import './detections.css'

type Reported = InferResponseType<Api['citizenReports']['index']['$post'], 201>
const most_photos = 3

/** 随手报: anybody reports a dig without a sign, by its place, a word and photos; without an account, and the link to follow it is theirs alone. */
export function CitizenReport() {
  const t = useT()
  const [standing, setStanding] = useState<Standing>()
  const [made, setMade] = useState<{ report: Reported; unsent: number }>()
  const report = useMutation({
    mutationFn: async (form: FormData) => {
      const photos = form.getAll('photos').filter((one): one is File => one instanceof File && one.size > 0)
      const body = { ...standing!, note: String(form.get('note')) }
      const taken = await post<Reported>('/api/citizen-reports', body)
      // the report stands without its photos: one that is refused is told, and does not undo it
      let unsent = 0
      for (const photo of photos.slice(0, most_photos)) {
        const file = new FormData()
        file.set('file', photo)
        await post(`/api/citizen-reports/${taken.token}/photos`, file).catch(() => (unsent += 1))
      }
      return { report: taken, unsent }
    },
    onSuccess: setMade,
  })
  if (made)
    return (
      <Thanks
        {...made}
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

function Thanks({ report, unsent, onAgain }: { report: Reported; unsent: number; onAgain: () => void }) {
  const t = useT()
  const link = `${location.origin}/r/${report.token}`
  return (
    <div className="citizen-form" role="status">
      <p>
        <b className="mono">{report.reference}</b> · {t(`citizen.state.${report.state}`)}
      </p>
      {unsent > 0 && <p className="wrong">{t('citizen.unsent', { count: unsent })}</p>}
      <label className="field">
        <span>{t('citizen.link')}</span>
        <input className="input mono" readOnly value={link} onFocus={({ target }) => target.select()} />
      </label>
      <div className="operations-row">
        <Button
          look="primary"
          onClick={() => void navigator.clipboard?.writeText(link).then(() => say(t('citizen.copied')))}
        >
          {t('citizen.copy')}
        </Button>
        <a className="button" href={link}>
          {t('citizen.follow')}
        </a>
        <Button look="quiet" onClick={onAgain}>
          {t('citizen.again')}
        </Button>
      </div>
    </div>
  )
}
