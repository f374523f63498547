import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { pick, t, useLanguage, useT, words, wordsFor } from '../i18n/index.ts'
import { OperationForm } from '../operations/form.tsx'
import { fieldsOf, valuesOf, type Operation } from '../operations/operation.ts'
import { createBulk, useBulkMoves, type BulkMove, type BulkResult } from '../permits/bulk.ts'
import { offerUndo } from '../permits/undo.ts'
import { Button } from '../ui/button.tsx'
import { say } from '../ui/toast.tsx'
import type { Matter } from './matter.ts'

type Props = { chosen: readonly Matter[]; onClear: () => void }
type Told = { matter: Matter; result: BulkResult }

/** One decision with one reason for the applications that are ticked: only moves that all of them are open to, an answer for each. */
export function BulkBar({ chosen, onClear }: Props) {
  const t = useT()
  const [asked, setAsked] = useState<{ move: BulkMove; matters: readonly Matter[] }>()
  const [told, setTold] = useState<Told[]>()
  const { data } = useBulkMoves(chosen.length > 0)
  if (asked)
    return (
      <BulkForm
        {...asked}
        onCancel={() => setAsked(undefined)}
        onDone={(results) => (setAsked(undefined), setTold(results), onClear())}
      />
    )
  if (told && chosen.length === 0) return <Answers told={told} onClose={() => setTold(undefined)} />
  if (chosen.length === 0 || !data) return null
  const moves = data.moves.filter(({ from }) => chosen.every(({ permit }) => from.includes(permit!.status)))
  const isTooMany = chosen.length > data.most
  return (
    <div className="desk-bulk" role="group" aria-label={t('bulk.title')}>
      <p>
        <b>{t('bulk.chosen', { count: chosen.length })}</b>
        <Button look="quiet" size="small" onClick={onClear}>
          {t('bulk.clear')}
        </Button>
      </p>
      {isTooMany ? (
        <p className="wrong">{t('bulk.too_many', { count: data.most })}</p>
      ) : moves.length === 0 ? (
        <p className="muted">{t('bulk.mixed')}</p>
      ) : (
        <div className="operations-row">
          {moves.map((move) => (
            <Button key={move.name} size="small" onClick={() => setAsked({ move, matters: chosen })}>
              {words(`action.permit.${move.name}`, move.name)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

type FormProps = {
  move: BulkMove
  matters: readonly Matter[]
  onCancel: () => void
  onDone: (told: Told[]) => void
}

function BulkForm({ move, matters, onCancel, onDone }: FormProps) {
  const t = useT()
  const client = useQueryClient()
  const [progress, setProgress] = useState<number>()
  const [decide] = useState(createBulk)
  const label = words(`action.permit.${move.name}`, move.name)
  const fields = fieldsOf(move.input)
  const run = async (form: FormData) => {
    setProgress(0)
    const permits = matters.map(({ permit }) => ({ id: permit!.id, version: permit!.version }))
    const results = await decide(move.name, permits, valuesOf(form, fields), setProgress)
    announce(label, results)
    offerUndo(client, t('bulk.done', { action: label, count: doneOf(results) }), results)
    void client.invalidateQueries()
    return results.map((result) => ({ result, matter: matters.find(({ permit }) => permit!.id === result.id)! }))
  }
  const operation: Operation = {
    id: `bulk-${move.name}`,
    name: `permit.${move.name}`,
    isMain: true,
    label: t('bulk.form', { action: label, count: matters.length }),
    disabled: false,
    fields,
    action: { name: `permit.${move.name}`, href: '/api/permits/bulk', method: 'POST', allowed: true, reason: null },
    run,
  }
  return (
    <div className="desk-bulk">
      <OperationForm operation={operation} onCancel={onCancel} onDone={(told) => onDone(told as Told[])} />
      {progress !== undefined && (
        <label className="desk-progress">
          <progress max={matters.length} value={progress} />
          <span role="status">{t('bulk.progress', { done: progress, count: matters.length })}</span>
        </label>
      )}
    </div>
  )
}

/** What became of each, those that were not done first with why. */
function Answers({ told, onClose }: { told: readonly Told[]; onClose: () => void }) {
  const t = useT()
  const language = useLanguage()
  const ordered = told.toSorted((a, b) => Number(a.result.done) - Number(b.result.done))
  return (
    <div className="desk-bulk" role="group" aria-label={t('bulk.answers')}>
      <p>
        <b>{t('bulk.answered', { done: doneOf(told.map(({ result }) => result)), count: told.length })}</b>
        <Button look="quiet" size="small" onClick={onClose}>
          {t('app.close')}
        </Button>
      </p>
      <ul className="desk-answers">
        {ordered.map(({ matter, result }) => (
          <li key={result.id} data-done={result.done}>
            <span>{pick(language, matter.title_zh, matter.title_en)}</span>
            <span>{result.done ? t('bulk.one_done') : whyNot(result)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const doneOf = (results: readonly BulkResult[]) => results.filter(({ done }) => done).length
const whyNot = ({ errors, code }: BulkResult) => wordsFor(errors[0]?.code ?? code ?? undefined, errors[0]?.message)

function announce(label: string, results: readonly BulkResult[]): void {
  if (results.every(({ undo_seconds }) => undo_seconds === null))
    say(t('bulk.done', { action: label, count: doneOf(results) }))
}
