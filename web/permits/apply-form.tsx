import { useQuery } from '@tanstack/react-query'
import { request, type Api, type InferResponseType } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { OperationForm } from '../operations/form.tsx'
import type { FormProps } from '../operations/forms.ts'
import { useProject } from '../projects/project.ts'
import { Trouble } from '../ui/fault.tsx'
import { day } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import './permits.css'

type Near = InferResponseType<Api['clashes']['check']['$post'], 200>
const within_m = 10
const shown = 8

/** Before an application goes in, its applicant reads whose lines and which other digs lie near, and says so. */
export function ApplyForm(props: FormProps) {
  const t = useT()
  const id = /prj_[^/]+/.exec(props.operation.action.href)![0]
  const { data: near, error } = useNear(id)
  return (
    <OperationForm {...props}>
      <h3 className="apply-near">{t('apply.near', { m: within_m })}</h3>
      {error ? <Trouble error={error} /> : near ? <NearList near={near} /> : <Loading />}
    </OperationForm>
  )
}

function NearList({ near: { hits, digs } }: { near: Near }) {
  const t = useT()
  const language = useLanguage()
  if (hits.length === 0 && digs.length === 0) return <p className="muted">{t('apply.none')}</p>
  const lines = nearestOf(hits)
  return (
    <ul className="window-list" aria-label={t('apply.near', { m: within_m })}>
      {lines.slice(0, shown).map((hit) => (
        <li key={hit.feature_id}>
          <span>
            {pick(language, hit.utility ?? '', hit.utility_en)} · {t(`utility.${hit.theme}`)}
            <small className="muted">{pick(language, hit.basis_zh, hit.basis_en)}</small>
          </span>
          <span className="window-tags">
            {hit.protected && <span className="window-missing">{t('apply.protected')}</span>}
            <small className="number">{t('apply.distance', { m: hit.distance_m.toFixed(1) })}</small>
          </span>
        </li>
      ))}
      {digs.slice(0, shown).map((dig) => (
        <li key={dig.id}>
          <span>
            {pick(language, dig.name, dig.name_en)}
            <small className="muted">
              {dig.reference} · {day(dig.planned_from)} – {day(dig.planned_to)}
            </small>
          </span>
          <small className="number">{t('apply.distance', { m: dig.distance_m.toFixed(1) })}</small>
        </li>
      ))}
    </ul>
  )
}

/** One row per utility and kind of line: its nearest. */
function nearestOf(hits: Near['hits']): Near['hits'] {
  const seen = new Set<string>()
  return hits.filter(({ utility, theme }) => {
    const key = `${utility} ${theme}`
    return !seen.has(key) && seen.add(key)
  })
}

/** What lies near a dig, itself left out. */
function useNear(id: string) {
  const { data: project } = useProject(id)
  return useQuery({
    queryKey: ['clashes', 'near', id],
    enabled: project !== undefined,
    queryFn: async ({ signal }) => {
      const { geometry, planned_from: from, planned_to: to } = project!
      const body = { geometry, buffer_m: within_m, from, to }
      const near = await request<Near>('POST', '/api/clashes/check', { body, signal })
      return { ...near, digs: near.digs.filter((dig) => dig.id !== id) }
    },
  })
}
