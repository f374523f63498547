import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { say } from '../ui/toast.tsx'

/** A link or a token that is shown this once, ready to be copied. */
export function ShownOnce({ label, text, words }: { label: string; text: string; words: string }) {
  const t = useT()
  const copy = () =>
    void navigator.clipboard
      ?.writeText(text)
      .then(() => say(t('accounts.copied')))
      .catch(() => undefined)
  return (
    <div className="shown-once" role="status">
      <p>{words}</p>
      <label className="field">
        <span className="unseen">{label}</span>
        <input className="input mono" readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <Button size="small" onClick={copy}>
        {t('accounts.copy')}
      </Button>
    </div>
  )
}
