import { useQueryClient } from '@tanstack/react-query'
import { t, useT, words } from '../i18n/index.ts'
import { useMap } from '../map/holder.ts'
import { Operations } from '../operations/operations.tsx'
import type { Action } from '../operations/operation.ts'
import { isUndoable, offerUndo } from '../permits/undo.ts'
import { say } from '../ui/toast.tsx'
import type { Project } from './project.ts'

/** What this person may do with the dig now, always at hand at the panel's foot. */
export function Actions({ project }: { project: Project }) {
  // the moves of a site and of an approval item stand beside it
  const actions = project.actions.filter(({ href }) => !/^\/api\/(sites|approvals)\//.test(href))
  return <ActionFoot actions={actions} project={project} />
}

/** The foot of any panel: what may be done with its subject, or nothing. */
export function ActionFoot({ actions, project }: { actions: Action[]; project: Pick<Project, 'id'> }) {
  const t = useT()
  if (actions.length === 0) return null
  return (
    <footer className="project-actions" aria-label={t('project.actions')}>
      <ActionList actions={actions} project={project} />
    </footer>
  )
}

/** The same for one part of the dig, a site say, or for any other subject. After a yes everything that shows it reads again. */
export function ActionList({
  actions,
  project,
  isSmall,
}: {
  actions: Action[]
  project: Pick<Project, 'id'>
  isSmall?: boolean
}) {
  const client = useQueryClient()
  const map = useMap()
  const done = (name: string, answer?: unknown) => {
    const text = t('action.done', { action: words(`action.${name}`, name) })
    if (!isUndoable(answer) || !offerUndo(client, text, [answer])) say(text)
    // the words first: a map's tiles would stand in their way, and in that of everybody who looks on
    void client
      .invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(project.id) || queryKey.includes('list') })
      .then(() => map?.refresh(map.liveSources()))
  }
  return <Operations actions={actions} onDone={done} {...(isSmall ? { isSmall } : {})} />
}
