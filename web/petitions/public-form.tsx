import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { get, post } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { PositionField } from '../inspections/position.tsx'
import '../inspections/inspections.css'
import type { Standing } from '../map/standing.ts'
import '../operations/operations.css'
import { useAddress } from '../shell/address.ts'
import { Button } from '../ui/button.tsx'
import { Trouble, WrongFields } from '../ui/fault.tsx'
import { FollowLink } from '../ui/follow-link.tsx'
import { most_photos, photosOf, sendByLink } from '../ui/link-photos.ts'
import { placeOf, useKinds, type Submitted } from './petition.ts'
import './petitions.css'

type Named = { name: string; name_en: string | null }

/** 提诉求: anybody asks for something around a dig, without an account; the link to follow it is theirs alone. */
export function AskForSomething() {
  const t = useT()
  const language = useLanguage()
  const { at, about, go } = useAddress()
  const [stood, setStanding] = useState<Standing>()
  const standing = stood ?? placeOf(at)
  const [made, setMade] = useState<{ petition: Submitted; unsent: number }>()
  const kinds = useKinds()
  const { data: dig } = useQuery({
    queryKey: ['projects', about],
    queryFn: ({ signal }) => get<Named>(`/api/projects/${about}`, undefined, signal),
    enabled: about !== undefined,
  })
  const ask = useMutation({
    mutationFn: async (form: FormData) => {
      const text = (name: string) => String(form.get(name) ?? '').trim() || undefined
      const petition = await post<Submitted>('/api/public/petitions', {
        lon: standing!.lon,
        lat: standing!.lat,
        kind_code: text('kind_code'),
        from_kind: text('from_kind'),
        body: text('body'),
        project_id: about,
        name: text('name'),
        phone: text('phone'),
      })
      const photos = photosOf(form)
      const refused = await sendByLink(`/api/public/petitions/${petition.token}/photos`, photos)
      return { petition, unsent: Math.max(0, photos.length - most_photos) + refused }
    },
    onSuccess: setMade,
  })
  if (made)
    return (
      <FollowLink
        className="petition-form"
        reference={made.petition.reference}
        state={t(`petition.state.${made.petition.state}`)}
        path={`/q/${made.petition.token}`}
        unsent={made.unsent}
        again={t('petition.again')}
        onAgain={() => {
          setMade(undefined)
          void go({ about: undefined })
        }}
      />
    )
  return (
    <form
      className="operation-form petition-form"
      aria-label={t('petition.title')}
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        ask.mutate(new FormData(event.currentTarget))
      }}
    >
      <p className="muted">{t('petition.how')}</p>
      <p>
        {t('petition.about')}: <b>{dig ? pick(language, dig.name, dig.name_en) : t('petition.about_none')}</b>
      </p>
      <PositionField place={undefined} standing={standing} onStand={setStanding} />
      <label className="field">
        <span>{t('petition.kind')}</span>
        <select className="input" name="kind_code" required>
          {kinds.data?.map(({ code, label_zh, label_en }) => (
            <option key={code} value={code}>
              {pick(language, label_zh, label_en)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t('petition.from')}</span>
        <select className="input" name="from_kind">
          <option value="person">{t('petition.from_person')}</option>
          <option value="firm">{t('petition.from_firm')}</option>
        </select>
      </label>
      <label className="field">
        <span>{t('petition.body')}</span>
        <textarea className="input" name="body" minLength={2} maxLength={1000} required />
        <small className="hint">{t('petition.no_names')}</small>
      </label>
      <label className="field">
        <span>
          {t('inspection.photos')} <small className="hint">{t('field.optional')}</small>
        </span>
        <input className="input" type="file" name="photos" accept="image/*" multiple />
        <small className="hint">{t('petition.photos', { most: most_photos })}</small>
      </label>
      <fieldset className="visit-group">
        <legend>{t('petition.contact')}</legend>
        <label className="field">
          <span>{t('petition.name')}</span>
          <input className="input" name="name" maxLength={60} autoComplete="name" />
        </label>
        <label className="field">
          <span>{t('petition.phone')}</span>
          <input className="input" type="tel" name="phone" maxLength={20} autoComplete="tel" />
        </label>
        <small className="hint">{t('petition.contact_how')}</small>
      </fieldset>
      {ask.error && <Trouble error={ask.error} />}
      <WrongFields error={ask.error} />
      <Button type="submit" look="primary" disabled={!standing || ask.isPending}>
        {t(standing ? 'petition.send' : 'citizen.place_first')}
      </Button>
    </form>
  )
}
