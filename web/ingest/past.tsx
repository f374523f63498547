import { useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Trouble } from '../ui/fault.tsx'
import { count, instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { isOver, type Listed, type Target } from './import.ts'

type Props = { targets: Target[]; onOpen: (id: string) => void }

/** What this organisation imported, newest first. */
export function PastImports({ targets, onOpen }: Props) {
  const t = useT()
  const language = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['imports', 'list'],
    queryFn: async ({ signal }) => (await get<{ imports: Listed[] }>('/api/imports', { limit: 50 }, signal)).imports,
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => !isOver(status)) ? 3000 : false),
  })
  const titleOf = (name: string) => {
    const target = targets.find((one) => one.name === name)
    return target ? pick(language, target.title_zh, target.title_en) : name
  }
  return (
    <Section title={t('imports.past')} {...(data ? { count: data.length } : {})}>
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <p className="empty">{t('imports.none')}</p>}
      <ul className="imports-past">
        {data?.map((one) => (
          <li key={one.id}>
            <button type="button" data-status={one.status} onClick={() => onOpen(one.id)}>
              <b>{one.file_name}</b>
              <span>{t(`imports.status_${one.status}`)}</span>
              <small className="muted">
                {[titleOf(one.target), one.layer, instant(one.created_at, language)].filter(Boolean).join(' · ')}
              </small>
              <small className="muted">
                {count(one.written, language)} / {count(one.read, language)}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
