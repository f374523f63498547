import { useMutation } from '@tanstack/react-query'
import { useT } from '../i18n/index.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { say } from '../ui/toast.tsx'
import { saveExport } from './ask.ts'
import type { Body } from './question.ts'

/** Takes the answer away: CSV of the collection that is shown, GeoJSON of each that was asked for. */
export function Export({ body, all }: { body: Body; all: Body[] }) {
  const t = useT()
  const save = useMutation({
    mutationFn: async (format: 'csv' | 'geojson') => {
      for (const one of format === 'csv' ? [body] : all) await saveExport(one, format)
    },
    onSuccess: () => say(t('areas.exported')),
  })
  return (
    <>
      <Button size="small" icon="import" disabled={save.isPending} onClick={() => save.mutate('csv')}>
        {t('areas.csv')}
      </Button>
      <Button size="small" icon="import" disabled={save.isPending} onClick={() => save.mutate('geojson')}>
        {t('areas.geojson')}
      </Button>
      {save.error && <Trouble error={save.error} />}
    </>
  )
}
