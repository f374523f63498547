import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get } from '../api.ts'
import { useT } from '../i18n/index.ts'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import type { Target } from './import.ts'
import './imports.css'
import { NewImport } from './new-import.tsx'
import { PastImports } from './past.tsx'
import { ImportReport } from './report.tsx'

/** 数据导入: a file is looked into on the map, its columns are matched, it is read, and every row that was refused says why. */
export function ImportsPanel() {
  const t = useT()
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useQuery({
    queryKey: ['imports', 'targets'],
    queryFn: async ({ signal }) =>
      (await get<{ targets: Target[] }>('/api/imports/targets', undefined, signal)).targets,
    staleTime: Infinity,
  })
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  if (open) return <ImportReport id={open} targets={data} onClose={() => setOpen(undefined)} />
  return (
    <div className="imports" aria-label={t('panel.imports')}>
      <NewImport targets={data} onSent={setOpen} />
      <PastImports targets={data} onOpen={setOpen} />
    </div>
  )
}
