import { pick, useLanguage, useT } from '../i18n/index.ts'
import { Section } from '../ui/section.tsx'
import { instant, metres, squareMetres } from '../ui/format.ts'
import { Swatch } from '../ui/swatch.tsx'
import { ActionList } from './actions.tsx'
import type { Project, Site } from './project.ts'
import { siteColour } from './sites-layer.ts'

/** The sites (工段) of a dig: how the ground is at each. */
export function Sites({ project }: { project: Project }) {
  const t = useT()
  const sites = project.sites
  if (sites.length === 0) return null
  return (
    <Section title={t('project.sites')} count={sites.length}>
      <ul className="sites">
        {sites.map((site) => (
          <SiteRow key={site.id} site={site} project={project} />
        ))}
      </ul>
    </Section>
  )
}

function SiteRow({ site, project }: { site: Site; project: Project }) {
  const t = useT()
  const language = useLanguage()
  const since = {
    not_begun: null,
    open: site.opened_at,
    reopened: site.opened_at,
    backfilled: site.backfilled_at,
    restored: site.restored_at,
  }[site.status]
  return (
    <li>
      <p className="site-line">
        <Swatch colour={siteColour[site.status]} />
        <b>{pick(language, site.name, site.name_en)}</b>
        <span className="tag">{t(`site.status.${site.status}`)}</span>
      </p>
      <p className="muted">
        {[
          since && instant(since, language),
          site.depth_m !== null && `${t('fact.depth')} ${metres(site.depth_m)}`,
          site.area_m2 !== null && squareMetres(site.area_m2),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ActionList actions={project.actions.filter(({ href }) => href.includes(site.id))} project={project} isSmall />
    </li>
  )
}
