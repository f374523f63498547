import { Component, type ReactNode } from 'react'
import { ProblemError } from '../api.ts'
import { pick, t, useLanguage, wordsFor } from '../i18n/index.ts'

/** Keeps a broken panel from taking the page with it, and says what happened. */
export class Fault extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    return this.state.error === undefined ? this.props.children : <Trouble error={this.state.error} />
  }
}

/** One refusal in words, with a way to try again when there is one. */
export function Trouble({ error, retry }: { error: unknown; retry?: () => void }) {
  const words = error instanceof ProblemError ? wordsFor(error.code, error.detail) : t('code.unknown')
  return (
    <div className="trouble" role="alert">
      <p>{words}</p>
      {retry && (
        <button type="button" className="button small" onClick={retry}>
          {t('app.retry')}
        </button>
      )}
    </div>
  )
}

/** The fields that were refused, each in words. */
export function WrongFields({ error }: { error: unknown }) {
  const language = useLanguage()
  const errors = error instanceof ProblemError ? error.errors : []
  if (errors.length === 0) return null
  return (
    <ul className="field">
      {errors.map(({ pointer, message, message_zh, message_en }) => (
        <li key={pointer} className="wrong">
          {pick(language, message_zh, message_en) || message}
        </li>
      ))}
    </ul>
  )
}
