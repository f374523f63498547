import type { SubjectProps } from '../shell/panels.ts'
import { PetitionRows } from './list.tsx'
import './petitions.css'

/** A tab of a dig: what people and firms around it asked for, as far as the caller may see it. */
export function PetitionsOfDig({ id }: SubjectProps) {
  return <PetitionRows filter={{ project_id: id }} />
}
