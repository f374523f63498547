import { useT } from '../i18n/index.ts'
import { Section } from '../ui/section.tsx'
import { day, metres, squareMetres } from '../ui/format.ts'
import type { Project } from './project.ts'

/** What was filed and what was measured (CGCS2000, on the ellipsoid). */
export function Facts({ project }: { project: Project }) {
  const t = useT()
  const rows: [string, string | null | undefined | false][] = [
    ['promoter', project.promoter_name],
    ['contractor', project.contractor_name],
    ['street', project.street_name],
    ['period', `${day(project.planned_from)} — ${day(project.planned_to)}`],
    ['area', project.area_m2 !== null && squareMetres(project.area_m2)],
    ['length', project.length_m !== null && metres(project.length_m)],
    ['width', project.width_m !== null && metres(project.width_m)],
    ['depth', project.depth_m !== null && metres(project.depth_m)],
    ['project_code', project.project_code],
    ['emergency_cause', project.emergency_cause],
  ]
  return (
    <Section title={t('project.facts')}>
      {project.description && <p className="project-description">{project.description}</p>}
      <dl className="facts">
        {rows.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{t(`fact.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Section>
  )
}
