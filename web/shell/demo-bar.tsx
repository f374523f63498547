import { useMutation, useQueryClient } from '@tanstack/react-query'
import { post } from '../api.ts'
import { useLanguage, useT } from '../i18n/index.ts'
import { useMap } from '../map/holder.ts'
import { Button } from '../ui/button.tsx'
import { dayWords } from '../ui/format.ts'
import { useAddress } from './address.ts'
import { useSession } from './session.ts'

/** Only in the demo: the business day, one working day on, and the phone that receives everybody's messages. */
export function DemoBar() {
  const t = useT()
  const language = useLanguage()
  const { session } = useSession()
  const { go, panel } = useAddress()
  const map = useMap()
  const client = useQueryClient()
  const turn = useMutation({
    mutationFn: () => post<unknown>('/api/demo/clock/advance', { working_days: 1 }),
    onSuccess: async () => {
      await client.invalidateQueries()
      map?.refresh(map.liveSources())
    },
  })
  return (
    <div className="demo-bar" role="group" aria-label={t('demo.bar')}>
      <span className="demo-day" title={t('demo.today')}>
        {session.today ? dayWords(session.today, language) : '—'}
      </span>
      <Button size="small" icon="forward" disabled={turn.isPending} onClick={() => turn.mutate()}>
        <span>{t('demo.turn')}</span>
      </Button>
      <Button
        size="small"
        look="quiet"
        icon="phone"
        label={t('demo.phone')}
        aria-expanded={panel === 'phone'}
        onClick={() => go({ panel: panel === 'phone' ? 'map' : 'phone' })}
      />
    </div>
  )
}
