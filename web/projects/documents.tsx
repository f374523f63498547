import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { sendFile } from '../api.ts'
import { Papers } from '../documents/papers.tsx'
import { usePapers } from '../documents/documents.ts'
import { useLanguage, useT } from '../i18n/index.ts'
import { useSession } from '../shell/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/fault.tsx'
import { bytes, instant } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/section.tsx'
import type { Document, Project } from './project.ts'

/** The authority's papers first, then the files and photos that people added: one store; who may read each is the server's to say. */
export function Documents({ project }: { project: Project }) {
  const t = useT()
  const { session } = useSession()
  const issued = new Set(usePapers(project.id).data?.documents.map(({ attachment_id }) => attachment_id))
  const added = project.documents.filter(({ id }) => !issued.has(id))
  return (
    <div className="documents">
      <Papers project={project} />
      <Section title={t('document.added')}>
        {added.length === 0 && <p className="empty">{t('document.none')}</p>}
        <ul>
          {added.map((document) => (
            <FileRow key={document.id} document={document} />
          ))}
        </ul>
        {session.role !== 'public' && <Upload id={project.id} />}
      </Section>
    </div>
  )
}

function FileRow({ document }: { document: Document }) {
  const t = useT()
  const language = useLanguage()
  const href = `/api/attachments/${document.id}`
  return (
    <li>
      {document.media_type.startsWith('image/') ? (
        <img src={href} alt="" loading="lazy" width={44} height={44} />
      ) : (
        <span className="file-icon">
          <Icon name="file" size={22} />
        </span>
      )}
      <span>
        <a href={href} target="_blank" rel="noreferrer">
          {document.name}
        </a>
        <small className="muted">
          {bytes(document.size_bytes)} · {instant(document.taken_at ?? document.created_at, language)} ·{' '}
          {t(`audience.${document.audience}`)}
        </small>
      </span>
    </li>
  )
}

function Upload({ id }: { id: string }) {
  const t = useT()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const send = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) await sendFile(id, file)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['projects', id] }),
  })
  return (
    <>
      <input
        ref={input}
        className="unseen"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t('document.add')}
        onChange={(event) => send.mutate([...(event.target.files ?? [])])}
      />
      {send.error && <Trouble error={send.error} />}
      <Button icon="plus" size="small" disabled={send.isPending} onClick={() => input.current?.click()}>
        {t('document.add')}
      </Button>
    </>
  )
}
