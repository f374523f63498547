import { useState } from 'react'
import { randomKey } from '../api.ts'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { itemWords, outcomeLook } from '../inspections/rows.tsx'
import { useSketch } from '../map/use-sketch.ts'
import { Button } from '../ui/button.tsx'
import { day, instant, metres } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import { keepDraft, type Dig, type Draft, type Kept, type Taken } from './kept.ts'
import { tell } from './use-field.ts'
import { VisitSheet } from './visit-sheet.tsx'

type Props = { dig: Dig; taken: Taken; kept: readonly Kept[]; onLeave: () => void }

/** The file of one dig as it was taken along, and the visits that are begun here. */
export function DigFile({ dig, taken, kept, onLeave }: Props) {
  const t = useT()
  const language = useLanguage()
  const begun = kept.find(
    ({ reference, state }) => reference === dig.reference && (state === 'draft' || state === 'refused'),
  )
  const [visit_id, setVisit] = useState<string | undefined>(begun?.id)
  useSketch('dig', [dig.geometry, ...dig.sites.map(({ geometry }) => geometry)], { isGoneTo: true })

  const begin = async (over: Partial<Draft>) => {
    const id = randomKey()
    const { name: title, name_en: title_en, reference } = dig
    const row = { id, holder_id: taken.pack.holder_id, title, title_en, reference, state: 'draft' as const, photos: 0 }
    await keepDraft({ ...row, inspected_at: undefined }, { ...blank(dig, taken), ...over })
    tell()
    setVisit(id)
  }
  const open = kept.find(({ id }) => id === visit_id)
  if (open && (open.state === 'draft' || open.state === 'refused'))
    return <VisitSheet key={open.id} kept={open} dig={dig} taken={taken} onClose={() => setVisit(undefined)} />
  return (
    <article className="fieldwork-dig">
      <Button size="small" look="quiet" icon="undo" onClick={onLeave}>
        {t('fieldwork.back')}
      </Button>
      <h2>{pick(language, dig.name, dig.name_en)}</h2>
      <p className="muted">
        <span className="mono">{dig.reference}</span> · {t(`stage.${dig.stage}`)}
      </p>
      <div className="fieldwork-actions">
        <Button look="primary" icon="clipboard" onClick={() => void begin({})}>
          {t('fieldwork.begin')}
        </Button>
      </div>
      {dig.rectifications.length > 0 && (
        <Section title={t('fieldwork.to_put_right')} count={dig.rectifications.length}>
          <ul className="fieldwork-orders">
            {dig.rectifications.map((order) => (
              <li key={order.id}>
                <b>{itemWords(order.items, language)}</b>
                <span className="muted">
                  {order.reference} · {t('rectification.due', { day: day(order.due_on) })} ·{' '}
                  {t(`rectification.status.${order.status}`)}
                </span>
                <Button
                  size="small"
                  onClick={() => void begin({ follows: order.id, site_id: order.site_id, category: 'follow_up' })}
                >
                  {t('fieldwork.look_again')}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('fieldwork.file')}>
        <dl className="facts">
          <Fact name={t('fieldwork.promoter')} value={dig.promoter_name} />
          <Fact name={t('fieldwork.contractor')} value={dig.contractor_name ?? '—'} />
          <Fact name={t('fieldwork.planned')} value={`${day(dig.planned_from)} – ${day(dig.planned_to)}`} />
          <Fact name={t('fieldwork.depth')} value={metres(dig.depth_m)} />
          {dig.permits.map((permit) => (
            <Fact
              key={permit.reference}
              name={permit.reference}
              value={`${day(permit.valid_from)} – ${day(permit.valid_to)}`}
            />
          ))}
        </dl>
      </Section>
      <Section title={t('fieldwork.sites')} count={dig.sites.length}>
        <ul className="fieldwork-sites">
          {dig.sites.map((site) => (
            <li key={site.id}>
              <span>{pick(language, site.name, site.name_en)}</span>
              <span className="tag">{t(`site.status.${site.status}`)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('fieldwork.before')} count={dig.visits}>
        {dig.last_visits.length === 0 && <p className="muted">{t('plan.never_seen')}</p>}
        <ul className="fieldwork-sites">
          {dig.last_visits.map((seen) => (
            <li key={seen.reference}>
              <span>
                {instant(seen.inspected_at, language)} {itemWords(seen.items, language)}
              </span>
              <span className={`tag ${outcomeLook[seen.outcome]}`}>{t(`value.${seen.outcome}`)}</span>
            </li>
          ))}
        </ul>
      </Section>
    </article>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

function blank(dig: Dig, { pack }: Taken): Draft {
  const site = dig.sites.find(({ status }) => status === 'open' || status === 'reopened') ?? dig.sites[0]
  const isLast = pack.tasks.some(({ project_id, reason }) => project_id === dig.id && reason === 'guarantee_end')
  return {
    project_id: dig.id,
    site_id: site?.id ?? null,
    follows: undefined,
    known_visits: dig.visits,
    started_at: undefined,
    outcome: undefined,
    findings: {},
    note: '',
    promoter_told: undefined,
    made_safe: undefined,
    standing: undefined,
    sketch: undefined,
    category: isLast ? 'guarantee_end' : 'live_site',
  }
}
