import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { post } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { day } from '../ui/format.ts'
import { ReasonForm } from './reason-form.tsx'
import { useArticles, type Hold } from './restriction.ts'

/** One hold: why, by which article, and what it does. The authority lifts it. */
export function HoldRow({ hold, isDecider }: { hold: Hold; isDecider: boolean }) {
  const t = useT()
  const language = useLanguage()
  const client = useQueryClient()
  const [isLifting, setLifting] = useState(false)
  const lift = useMutation({
    mutationFn: (reason: string) =>
      post(`/api/restrictions/holds/${hold.id}/lift`, { reason }, { version: hold.version }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['restrictions'] }),
  })
  return (
    <li>
      <b>{pick(language, hold.promoter_zh, hold.promoter_en)}</b>{' '}
      <span className={hold.is_blocking ? 'tag red' : 'tag yellow'}>
        {t(hold.is_blocking ? 'restriction.blocks' : 'restriction.warns')}
      </span>{' '}
      <span className="tag">{t('restriction.sampling', { factor: hold.sampling_factor })}</span>
      <br />
      {hold.reason}{' '}
      <small className="muted">
        {day(hold.placed_at)} · {pick(language, hold.basis_zh, hold.basis_en)}
      </small>
      {isDecider && !isLifting && (
        <div>
          <Button size="small" onClick={() => setLifting(true)}>
            {t('restriction.lift')}
          </Button>
        </div>
      )}
      {isLifting && <ReasonForm label={t('restriction.lift')} act={lift} onCancel={() => setLifting(false)} />}
    </li>
  )
}

/** Holds a promoter, with the reason and, where it is to block, the article that lets it. */
export function PlaceHold({ promoter_id }: { promoter_id: string }) {
  const t = useT()
  const language = useLanguage()
  const client = useQueryClient()
  const id = useId()
  const article = useRef<HTMLSelectElement>(null)
  const [isOpen, setOpen] = useState(false)
  const { data: articles } = useArticles(isOpen)
  const place = useMutation({
    mutationFn: (reason: string) =>
      post('/api/restrictions/holds', { promoter_id, reason, article: article.current?.value || null }),
    onSuccess: () => {
      setOpen(false)
      void client.invalidateQueries({ queryKey: ['restrictions'] })
    },
  })
  if (!isOpen)
    return (
      <Button size="small" icon="alert" onClick={() => setOpen(true)}>
        {t('restriction.place')}
      </Button>
    )
  return (
    <ReasonForm label={t('restriction.place')} act={place} onCancel={() => setOpen(false)}>
      <div className="field">
        <label htmlFor={id}>{t('restriction.article')}</label>
        <select id={id} ref={article} className="input">
          <option value="">{t('restriction.no_article')}</option>
          {articles?.map((one) => (
            <option key={one.article} value={one.article}>
              {pick(language, one.basis_zh, one.basis_en)} —{' '}
              {t(one.is_blocking ? 'restriction.blocks' : 'restriction.warns')}
            </option>
          ))}
        </select>
      </div>
    </ReasonForm>
  )
}
