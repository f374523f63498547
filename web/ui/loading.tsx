import { useT } from '../i18n/index.ts'

/** A moment, please: said to readers too. */
export function Loading() {
  const t = useT()
  return (
    <div className="loading" role="status">
      <span className="spinner" aria-hidden="true" />
      <span className="unseen">{t('app.loading')}</span>
    </div>
  )
}
