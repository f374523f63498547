import { useT } from '../i18n/index.ts'
import { Button } from './button.tsx'
import { say } from './toast.tsx'

type Props = {
  className: string
  reference: string
  state: string
  /** path of the page behind the link, with its secret */
  path: string
  /** photos that could not be taken */
  unsent: number
  again: string
  onAgain: () => void
}

/** What somebody without an account sent was taken in: its number and state, and the link that is shown this once. */
export function FollowLink({ className, reference, state, path, unsent, again, onAgain }: Props) {
  const t = useT()
  const link = `${location.origin}${path}`
  return (
    <div className={className} role="status">
      <p>
        <b className="mono">{reference}</b> · {state}
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
          {again}
        </Button>
      </div>
    </div>
  )
}
