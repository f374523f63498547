import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { get } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import type { Standing } from '../map/standing.ts'
import type { Hit } from '../shell/search.tsx'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'

/** Finds a road or a place by its name, for who knows no coordinates. */
export function PlaceSearch({ onPlace }: { onPlace: (place: Standing) => void }) {
  const t = useT()
  const language = useLanguage()
  const find = useMutation({ mutationFn: (q: string) => get<Hit[]>('/api/search', { q, limit: 8 }) })
  const hits = find.data?.filter(({ kind }) => kind !== 'division')
  return (
    <form
      role="search"
      className="near-search"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        const q = String(new FormData(event.currentTarget).get('q')).trim()
        if (q) find.mutate(q)
      }}
    >
      <input className="input" name="q" aria-label={t('near.search')} placeholder={t('near.search')} maxLength={100} />
      <Button type="submit" icon="search">
        {t('near.search_go')}
      </Button>
      {find.error && <Trouble error={find.error} />}
      {hits?.length === 0 && (
        <p className="muted" role="status">
          {t('near.nothing_found')}
        </p>
      )}
      {hits && hits.length > 0 && (
        <ul aria-label={t('near.hits')}>
          {hits.map(({ id, kind, label_zh, label_en, center: [lon, lat] }) => (
            <li key={`${kind} ${id}`}>
              <button type="button" className="link" onClick={() => (onPlace({ lon, lat }), find.reset())}>
                {pick(language, label_zh, label_en)}
              </button>{' '}
              <small className="muted">{t(`search.kind.${kind}`)}</small>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}
