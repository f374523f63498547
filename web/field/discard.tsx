import { useState } from 'react'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'

/** Throwing away asks once more; there is no way back. */
export function Discard({ onDiscard }: { onDiscard: () => void }) {
  const t = useT()
  const [isAsked, setAsked] = useState(false)
  return (
    <Button look={isAsked ? 'danger' : 'quiet'} onClick={() => (isAsked ? onDiscard() : setAsked(true))}>
      {t(isAsked ? 'fieldwork.discard_sure' : 'fieldwork.discard')}
    </Button>
  )
}
