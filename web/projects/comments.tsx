import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { get, post } from '../api.ts'
import { useLanguage, useT } from '../i18n/index.ts'
import { useSession } from '../shell/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { instant } from '../ui/format.ts'
import { Loading } from '../ui/loading.tsx'
import type { Project } from './project.ts'

type Comment = { id: string; author_name: string; body: string; created_at: string }

/** Notes between colleagues: only one's own organisation reads them. */
export function Comments({ project }: { project: Project }) {
  const t = useT()
  const { session } = useSession()
  if (session.role === 'public') return <p className="empty">{t('comment.members')}</p>
  return <Notes id={project.id} />
}

function Notes({ id }: { id: string }) {
  const t = useT()
  const language = useLanguage()
  const client = useQueryClient()
  const key = ['projects', id, 'comments']
  const path = `/api/projects/${id}/comments`
  const { data, error } = useQuery({ queryKey: key, queryFn: () => get<{ comments: Comment[] }>(path) })
  const write = useMutation({
    mutationFn: (body: string) => post<unknown>(path, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const body = String(new FormData(form).get('body')).trim()
    if (body) write.mutate(body, { onSuccess: () => form.reset() })
  }
  if (error) return <Trouble error={error} />
  if (!data) return <Loading />
  return (
    <div className="comments">
      <p className="muted">{t('comment.who_reads')}</p>
      <ol>
        {data.comments.map((comment) => (
          <li key={comment.id}>
            <p>
              <b>{comment.author_name}</b> <time className="muted">{instant(comment.created_at, language)}</time>
            </p>
            <p className="comment-body">{comment.body}</p>
          </li>
        ))}
      </ol>
      <form onSubmit={submit}>
        <label className="field">
          <span>{t('comment.new')}</span>
          <textarea className="input" name="body" maxLength={4000} required />
        </label>
        {write.error && <Trouble error={write.error} />}
        <Button type="submit" look="primary" size="small" disabled={write.isPending}>
          {t('comment.add')}
        </Button>
      </form>
    </div>
  )
}
