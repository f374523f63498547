import { useQueryClient } from '@tanstack/react-query'
import { useDictionary } from '../dictionaries/dictionary.ts'
import { t as phrase, useLanguage, useT, words } from '../i18n/index.ts'
import { useSketch } from '../map/use-sketch.ts'
import { Operations } from '../operations/operations.tsx'
import type { Action } from '../operations/operation.ts'
import { dueWords } from '../projects/due.ts'
import '../projects/projects.css'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { day, instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { say } from '../ui/toast.tsx'
import { isOpen, useRequest, type UtilityRequest } from './request.ts'
import './requests.css'

/** A request to a utility: which dig, how near to how many of its lines, until when, and the answer. */
export function RequestPanel({ id }: { id: string }) {
  const t = useT()
  const { data: request, error, refetch } = useRequest(id)
  const codes = useCodes()
  const done = useDone()
  useSketch('request', request ? [request.geometry] : [], { colour: '#d6336c', isGoneTo: true })
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!request) return <Loading />
  return (
    <div className="request">
      <div className="request-body">
        <Head request={request} />
        <Section title={t('request.facts')}>
          <p>
            {t('request.nearest', { metres: request.nearest_m })} · {t('request.segments', { count: request.segments })}
          </p>
          <p className="muted">{t('request.gates')}</p>
        </Section>
        <Answer request={request} />
      </div>
      {request.actions.length > 0 && (
        <footer className="project-actions">
          <Operations actions={offered(request, codes)} onDone={done} />
        </footer>
      )}
    </div>
  )
}

function Head({ request }: { request: UtilityRequest }) {
  const t = useT()
  const { session } = useSession()
  const { go } = useAddress()
  const { utility_kind, status, due_on, asked_at, project_id, project_name, project_reference } = request
  const isLate = isOpen(request) && due_on < session.today
  return (
    <header className="request-head">
      <p className="muted mono">{project_reference}</p>
      <h1>{project_name}</h1>
      <p className="request-tags">
        <span className="tag">{words(`utility.${utility_kind}`, utility_kind)}</span>
        <span className={`tag ${isLate ? 'red' : isOpen(request) ? 'accent' : 'green'}`}>
          {t(`request.status.${status}`)}
        </span>
        <Button size="small" look="quiet" icon="folder" onClick={() => go({ sel: project_id })}>
          {t('request.to_dig')}
        </Button>
      </p>
      <p className="muted">
        {t('request.asked', { day: day(asked_at) })} · {t('request.due', { day: due_on })}{' '}
        {isOpen(request) && <b>{dueWords({ due_on }, session.today)}</b>}
      </p>
    </header>
  )
}

function Answer({ request: { response_code, response_note, answered_at } }: { request: UtilityRequest }) {
  const t = useT()
  const language = useLanguage()
  if (!response_code && !response_note) return null
  return (
    <Section title={t('request.answer')}>
      {response_code && <b>{words(`value.${response_code}`, response_code)}</b>}
      {response_note && <p>{response_note}</p>}
      {answered_at && <p className="muted">{t('request.answered', { day: instant(answered_at, language) })}</p>}
    </Section>
  )
}

/** The server's moves; the code of an answer is chosen from its dictionary. */
function offered({ actions, version }: UtilityRequest, codes: readonly string[]): Action[] {
  return actions.map((action) => ({
    ...action,
    version: action.version ?? version,
    ...(action.input?.response_code
      ? { input: { ...action.input, response_code: `choice_required:${codes.join(',')}` } }
      : {}),
  }))
}

const useCodes = (): string[] => useDictionary('utility_response').data?.map(({ code }) => code) ?? []

function useDone(): (name: string) => void {
  const client = useQueryClient()
  return (name) => {
    say(phrase('action.done', { action: words(`action.${name}`, name) }))
    void client.invalidateQueries()
  }
}
