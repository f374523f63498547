import type { ReactNode } from 'react'
import { ProblemError } from '../api.ts'
import { speak, useLanguage, useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import './link-page.css'

type Props = {
  error: Error | null
  /** the answer that says that the link leads nowhere, and the words for it */
  gone: { status: number; words: string }
  retry: () => void
  /** what the link leads to, once it is there */
  children: ReactNode
}

/** A page of its own for who comes by a link, without sign-in, map and frame: the language to choose, the wait, and what went wrong. */
export function LinkPage({ error, gone, retry, children }: Props) {
  const t = useT()
  const language = useLanguage()
  const isGone = error instanceof ProblemError && error.status === gone.status
  return (
    <main className="link-page">
      <div className="link-bar">
        <b>{t('app.title')}</b>
        <Button size="small" look="quiet" onClick={() => void speak(language === 'en' ? 'zh-CN' : 'en')}>
          {language === 'en' ? '中文' : 'English'}
        </Button>
      </div>
      {isGone && <p className="empty">{gone.words}</p>}
      {error && !isGone && <Trouble error={error} retry={retry} />}
      {!children && !error && <Loading />}
      {children}
    </main>
  )
}
