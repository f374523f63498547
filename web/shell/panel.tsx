import { Suspense, useEffect, type ReactNode } from 'react'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Fault } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { useAddress } from './address.ts'
import { panels, subjectOf } from './panels.ts'

/** The left panel: a list, a desk, a tool. Its code is fetched when it is first opened. */
export function Panel() {
  const t = useT()
  const { panel, go } = useAddress()
  const entry = panel ? panels[panel] : undefined
  if (!panel || !entry) return null
  return (
    <aside className="panel left" id="panel" tabIndex={-1} aria-label={t(`panel.${panel}`)}>
      <header className="panel-head">
        <h1>{t(`panel.${panel}`)}</h1>
        <Button look="quiet" size="small" icon="close" label={t('app.close')} onClick={() => go({ panel: 'map' })} />
      </header>
      <Kept name={panel}>
        <entry.Body />
      </Kept>
    </aside>
  )
}

/** The right panel: the selected subject, by the prefix of its public id. Escape closes it. */
export function Subject() {
  const t = useT()
  const { sel, go } = useAddress()
  const entry = sel ? subjectOf(sel) : undefined
  useEffect(() => {
    if (!sel) return
    const close = (event: KeyboardEvent) => {
      const isTaken = event.defaultPrevented || document.querySelector('dialog[open], details.who[open]')
      if (event.key === 'Escape' && !isTaken) go({ sel: undefined })
    }
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [sel, go])
  if (!sel || !entry) return null
  return (
    <aside className="panel right" aria-label={t(`subject.${sel.split('_')[0]}`)}>
      <Button
        className="panel-close"
        look="quiet"
        size="small"
        icon="close"
        label={t('app.close')}
        onClick={() => go({ sel: undefined })}
      />
      <Kept name={sel}>
        <entry.Body id={sel} />
      </Kept>
    </aside>
  )
}

function Kept({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Fault key={name}>
      <Suspense fallback={<Loading />}>{children}</Suspense>
    </Fault>
  )
}
