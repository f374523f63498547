import { Component, type ReactNode } from 'react'
import { ProblemError } from '../api.ts'
import { t, wordsFor } from '../i18n/index.ts'

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
