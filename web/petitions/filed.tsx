import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { say } from '../ui/toast.tsx'
import type { Submitted } from './petition.ts'

/** A request was taken in: its number, and the link that is shown this once. */
export function Filed({ petition, unsent, onAgain }: { petition: Submitted; unsent: number; onAgain: () => void }) {
  const t = useT()
  const link = `${location.origin}/q/${petition.token}`
  return (
    <div className="petition-form" role="status">
      <p>
        <b className="mono">{petition.reference}</b> · {t(`petition.state.${petition.state}`)}
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
          {t('petition.again')}
        </Button>
      </div>
    </div>
  )
}
