import { useState } from 'react'
import { pick, useLanguage, useT } from '../i18n/index.ts'
import { useAddress } from '../shell/address.ts'
import { useSession } from '../shell/session.ts'
import { day, metres, squareMetres } from '../ui/format.ts'
import { Section } from '../ui/section.tsx'
import type { Answer, Question } from './checkup.ts'
import { Fee } from './fee.tsx'
import { Register } from './register.tsx'
import { Roads } from './roads.tsx'
import { Timeline } from './timeline.tsx'

type Props = { answer: Answer; question: Question }

/** The check-up on one page: first by when one may begin and why, then road by road, then who is near, what it costs and how long it takes. */
export function CheckupReport({ answer, question }: Props) {
  const t = useT()
  const { session } = useSession()
  return (
    <>
      <Verdict answer={answer} question={question} />
      <Section title={t('checkup.timeline')}>
        <Timeline answer={answer} question={question} />
      </Section>
      <Warnings answer={answer} />
      <Needs answer={answer} />
      <Roads segments={answer.segments} />
      <Pipes answer={answer} />
      <Digs answer={answer} />
      <Blackouts answer={answer} />
      <Fee answer={answer} />
      <Clocks answer={answer} />
      {session.role === 'promoter' && <Register question={question} />}
    </>
  )
}

function Verdict({ answer, question }: Props) {
  const t = useT()
  const { promised_on, statutory_on, ground_on } = answer.earliest
  const isEarly = question.planned_from < promised_on
  const why =
    ground_on === promised_on
      ? answer.segments.some((one) => one.earliest_on === ground_on && one.open_until)
        ? 'roads'
        : answer.blackouts.length > 0
          ? 'blackout'
          : 'clocks'
      : 'clocks'
  return (
    <div className="checkup-verdict" data-early={isEarly || undefined}>
      <p>
        {t('checkup.earliest')} <b>{day(promised_on)}</b>
      </p>
      <p className="muted">
        {t(`checkup.because.${answer.clocks ? why : 'urgent'}`)}
        {statutory_on !== promised_on && ` ${t('checkup.at_the_latest', { day: day(statutory_on) })}`}
      </p>
      <p>{t(isEarly ? 'checkup.too_early' : 'checkup.in_time', { day: day(question.planned_from) })}</p>
      <p className="muted">
        {answer.length_m > 0 && `${metres(answer.length_m)} · `}
        {squareMetres(answer.area_m2)}
      </p>
    </div>
  )
}

function Warnings({ answer }: { answer: Answer }) {
  const t = useT()
  const language = useLanguage()
  const ground = answer.protected_ground.map((one) =>
    t('checkup.protected', { kind: t(`checkup.ground.${one.kind}`), name: pick(language, one.name_zh, one.name_en) }),
  )
  const told = [...answer.warnings.map((one) => pick(language, one.message_zh, one.message_en)), ...ground]
  if (told.length === 0) return null
  return (
    <Section title={t('checkup.warnings')} count={told.length}>
      <ul className="checkup-list">
        {told.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Section>
  )
}

function Needs({ answer }: { answer: Answer }) {
  const t = useT()
  const language = useLanguage()
  return (
    <Section title={t('checkup.needs')} count={answer.needs.length}>
      <ul className="checkup-list">
        {answer.needs.map(({ name, basis_zh, basis_en }) => (
          <li key={name}>
            {t(`need.${name}`)} <small className="muted">{pick(language, basis_zh, basis_en)}</small>
          </li>
        ))}
      </ul>
      {answer.needs.length === 0 && <p className="muted">{t('checkup.no_needs')}</p>}
    </Section>
  )
}

function Pipes({ answer }: { answer: Answer }) {
  const t = useT()
  const language = useLanguage()
  const { lines, block_m } = answer.pipes
  return (
    <Section title={t('checkup.pipes')} count={lines.length}>
      {block_m !== null && <p className="muted">{t('checkup.pipes_by_block', { metres: block_m })}</p>}
      <ul className="checkup-list">
        {lines.map((line) => (
          <li key={`${line.theme} ${line.utility}`}>
            <b>{t(`network.${line.theme}`)}</b>{' '}
            {line.distance_m === null
              ? t('checkup.within_protection', { metres: line.protection_m })
              : `${pick(language, line.utility, line.utility_en)} · ${t('request.nearest', { metres: line.distance_m.toFixed(1) })}`}{' '}
            {line.distance_m !== null && line.protected && (
              <span className="tag red">{t('checkup.within_protection', { metres: line.protection_m })}</span>
            )}{' '}
            <small className="muted">{pick(language, line.basis_zh, line.basis_en)}</small>
          </li>
        ))}
      </ul>
      {lines.length === 0 && <p className="muted">{t('checkup.no_pipes')}</p>}
    </Section>
  )
}

function Digs({ answer }: { answer: Answer }) {
  const t = useT()
  const language = useLanguage()
  const { go } = useAddress()
  const [isAll, setAll] = useState(false)
  const shown = isAll ? answer.digs : answer.digs.slice(0, 5)
  return (
    <Section title={t('checkup.digs')} count={answer.digs.length}>
      <ul className="checkup-list">
        {shown.map((dig) => (
          <li key={dig.id}>
            <button type="button" className="link" onClick={() => go({ sel: dig.id })}>
              {pick(language, dig.name, dig.name_en)}
            </button>{' '}
            <small className="muted">
              {t(`stage.${dig.stage}`)} · {day(dig.planned_from)} — {day(dig.planned_to)} · {metres(dig.distance_m)}
            </small>{' '}
            {dig.may_share && <span className="tag green">{t('checkup.may_share')}</span>}
            {dig.at_once && !dig.may_share && <span className="tag yellow">{t('checkup.at_once')}</span>}
          </li>
        ))}
      </ul>
      {shown.length < answer.digs.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('checkup.all_digs', { count: answer.digs.length })}
        </button>
      )}
      {answer.digs.length === 0 && <p className="muted">{t('checkup.no_digs')}</p>}
    </Section>
  )
}

function Blackouts({ answer }: { answer: Answer }) {
  const t = useT()
  const language = useLanguage()
  if (answer.blackouts.length === 0) return null
  return (
    <Section title={t('restriction.blackouts')} count={answer.blackouts.length}>
      <ul className="checkup-list">
        {answer.blackouts.map((one) => (
          <li key={one.id}>
            {pick(language, one.name_zh, one.name_en)}{' '}
            {one.in_plan && <span className="tag red">{t('checkup.in_plan')}</span>}{' '}
            <small className="muted">
              {day(one.from_on)} — {day(one.last_on)} · {one.basis}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Clocks({ answer }: { answer: Answer }) {
  const t = useT()
  const language = useLanguage()
  if (!answer.clocks) return null
  const { steps, provisional } = answer.clocks
  return (
    <Section title={t('checkup.clocks')}>
      <ul className="checkup-list">
        {steps.map((step) => (
          <li key={step.kind}>
            {t(`clock.${step.kind}`)} — <b>{day(step.promised_on)}</b>{' '}
            {step.statutory !== null && step.statutory_on !== step.promised_on && (
              <span>{t('checkup.at_the_latest', { day: day(step.statutory_on) })}</span>
            )}{' '}
            <small className="muted">
              {step.promised !== null &&
                `${t('clock.promised', { limit: t(`unit.${step.unit}`, { count: step.promised }) })} · `}
              {step.statutory !== null &&
                `${t('clock.statutory', { limit: t(`unit.${step.unit}`, { count: step.statutory }) })} · `}
              {pick(language, step.basis_zh, step.basis_en)}
            </small>
          </li>
        ))}
      </ul>
      {provisional && <p className="muted">{t('clock.provisional_long')}</p>}
    </Section>
  )
}
