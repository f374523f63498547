import { pick, useLanguage, useT } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { Button } from '../ui/button.tsx'
import { day, metres } from '../ui/format.ts'
import type { NearDig } from './petition.ts'

/** One dig near a place: what, where, by which organisation, until when, under which permit, how far. */
export function DigNear({ dig, as_of }: { dig: NearDig; as_of: string }) {
  const t = useT()
  const language = useLanguage()
  const { go } = useAddress()
  const { id, kind, stage, street_name, promoter_name, contractor_name, planned_from, planned_to, permit_reference } =
    dig
  return (
    <li>
      <button type="button" className="link near-name" onClick={() => go({ sel: id })}>
        {pick(language, dig.name, dig.name_en)}
      </button>
      <span className="near-away number">
        {dig.distance_m === 0 ? t('near.inside') : t('near.away', { distance: metres(dig.distance_m) })}
      </span>
      <span>
        {t(`kind.${kind}`)} · {t(`stage.${stage}`)}
        {street_name && ` · ${street_name}`}
      </span>
      <span>
        {planned_from > as_of && `${t('near.from', { day: day(planned_from) })} · `}
        {t('near.until', { day: day(planned_to) })}
      </span>
      <small className="muted">
        {t('near.by')} {[promoter_name, contractor_name].filter(Boolean).join(' / ')}
        <br />
        {t('near.permit')} <span className="mono">{permit_reference ?? t('near.no_permit')}</span>
      </small>
      <Button size="small" onClick={() => go({ panel: 'petition', about: id })}>
        {t('near.ask')}
        <span className="near-quiet"> {pick(language, dig.name, dig.name_en)}</span>
      </Button>
    </li>
  )
}
