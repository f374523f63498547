import { useEffect, useRef, useState, type ComponentType } from 'react'
import { useT } from '../i18n/index.ts'
import { boxOf } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Actions } from './actions.tsx'
import { Clocks } from './clocks.tsx'
import { Comments } from './comments.tsx'
import { Documents } from './documents.tsx'
import { Facts } from './facts.tsx'
import { Header } from './header.tsx'
import { History } from './history.tsx'
import { Life } from './life.tsx'
import { useProject, type Project } from './project.ts'
import './projects.css'
import { Sites } from './sites.tsx'

const tabs = ['overview', 'documents', 'history', 'comments'] as const

/** A dig: what it is, its life, who must act until when, and what this person may do with it. */
export function ProjectPanel({ id }: { id: string }) {
  const t = useT()
  const { data: project, error, refetch } = useProject(id)
  const [tab, setTab] = useState<(typeof tabs)[number]>('overview')
  useShown(project)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!project) return <Loading />
  const Body = bodies[tab]
  return (
    <div className="project">
      <Header project={project} />
      <Tabs
        name={t('project.parts')}
        tabs={tabs.map((name) => ({ name, label: t(`project.${name}`) }))}
        open={tab}
        onOpen={setTab}
      />
      <div className="project-body" role="tabpanel" aria-label={t(`project.${tab}`)}>
        <Body project={project} />
      </div>
      <Actions project={project} />
    </div>
  )
}

const bodies: Record<(typeof tabs)[number], ComponentType<{ project: Project }>> = {
  overview: Overview,
  documents: Documents,
  history: History,
  comments: Comments,
}

function Overview({ project }: { project: Project }) {
  return (
    <>
      <Clocks project={project} />
      <Sites project={project} />
      <Life project={project} />
      <Facts project={project} />
    </>
  )
}

/** Brings a newly opened dig into view, once. */
function useShown(project: Project | undefined) {
  const map = useMap()
  const shown = useRef<string>(undefined)
  useEffect(() => {
    if (!map || !project || shown.current === project.id) return
    shown.current = project.id
    const box = boxOf(project.geometry)
    if (box) map.goTo({ box, maxZoom: 17 })
  }, [map, project])
}
