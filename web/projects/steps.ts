import { stages, type Stage } from '../map/palette.ts'
import type { Event } from './events.ts'
import type { Project } from './project.ts'

export type Step = { stage: Stage; at: string | null; isPlanned: boolean }

/** The event that brings a dig into a stage. */
const entered: Partial<Record<Stage, RegExp>> = {
  permitting: /^permit\.(submitted|application-submitted)/,
  permitted: /^permit\.(granted|delivered)/,
  suspended: /^works\.suspended/,
  completed: /^works\.completed/,
  passed: /^works\.passed/,
  guarantee: /guarantee.*(begun|started)|^works\.guarantee/,
  closed: /^works\.closed|guarantee.*closed/,
}

/** The steps of this dig in order; a side exit ends the line, and a suspension shows only while it lasts. */
export function lifeOf(
  project: Pick<Project, 'stage' | 'planned_from' | 'planned_to' | 'begun_on' | 'ended_on' | 'created_at'>,
  events: readonly Pick<Event, 'type' | 'at'>[],
): Step[] {
  const { stage, planned_from, planned_to, begun_on, ended_on, created_at } = project
  const when = (step: Stage): Omit<Step, 'stage'> => {
    if (step === 'planned') return { at: created_at, isPlanned: false }
    if (step === 'in_progress') return { at: begun_on ?? planned_from, isPlanned: !begun_on }
    const event = events.findLast(({ type }) => entered[step]?.test(type))
    if (step === 'completed' && !event) return { at: ended_on ?? planned_to, isPlanned: !ended_on }
    return { at: event?.at ?? null, isPlanned: false }
  }
  const path = stages.slice(0, 9).filter((step) => step !== 'suspended' || stage === 'suspended')
  const isExit = stages.indexOf(stage) > 8
  const walked = isExit ? [...path.slice(0, begun_on ? 4 : stage === 'cancelled' ? 1 : 3), stage] : path
  return walked.map((step) => ({ stage: step, ...when(step) }))
}
