import { Suspense, useEffect, useRef, useState, type ComponentType } from 'react'
import { StagesOfDig } from '../approvals/of-dig.tsx'
import { useT } from '../i18n/index.ts'
import { FeedsOfDig } from '../feeds/of-dig.tsx'
import { InspectionsOfDig } from '../inspections/of-dig.tsx'
import { boxOf } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import { HoldNotice } from '../restrictions/of-dig.tsx'
import { projectParts } from '../shell/panels.ts'
import { useSession } from '../shell/session.ts'
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

const own: Record<string, ComponentType<{ project: Project }>> = {
  overview: Overview,
  documents: Documents,
  history: History,
  comments: Comments,
}

/** A dig: what it is, its life, who must act until when, and what this person may do with it. */
export function ProjectPanel({ id }: { id: string }) {
  const t = useT()
  const { session } = useSession()
  const { data: project, error, refetch } = useProject(id)
  const [tab, setTab] = useState('overview')
  useShown(project)
  if (error) return <Trouble error={error} retry={() => void refetch()} />
  if (!project) return <Loading />
  // the public sees what is dug, until when, by whom; the rest of the file is not theirs
  const names =
    session.role === 'public' ? [] : ['overview', ...Object.keys(projectParts), 'documents', 'history', 'comments']
  return (
    <div className="project">
      <Header project={project} />
      {names.length > 0 && (
        <Tabs
          name={t('project.parts')}
          tabs={names.map((name) => ({ name, label: t(`project.${name}`) }))}
          open={tab}
          onOpen={setTab}
        />
      )}
      <div
        className="project-body"
        role={names.length > 0 ? 'tabpanel' : undefined}
        aria-label={names.length > 0 ? t(`project.${tab}`) : undefined}
      >
        <Suspense fallback={<Loading />}>
          <Part name={tab} project={project} />
        </Suspense>
      </div>
      <Actions project={project} />
    </div>
  )
}

function Part({ name, project }: { name: string; project: Project }) {
  const Own = own[name]
  if (Own) return <Own project={project} />
  const part = projectParts[name]
  return part ? <part.Body id={project.id} /> : null
}

function Overview({ project }: { project: Project }) {
  const { session } = useSession()
  return (
    <>
      <HoldNotice id={project.id} />
      {session.role !== 'public' && <StagesOfDig project={project} />}
      {project.clocks.length > 0 && <Clocks project={project} />}
      <Sites project={project} />
      <FeedsOfDig id={project.id} />
      <InspectionsOfDig id={project.id} />
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
