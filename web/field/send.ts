import { ProblemError, request, sendFile } from '../api.ts'
import { isFailed, type Visit } from '../inspections/inspection.ts'
import { whoAmI } from '../shell/session.ts'
import {
  forgetContent,
  listKept,
  moveKept,
  notePhotoSent,
  readDraft,
  readPhotos,
  type Draft,
  type Kept,
} from './kept.ts'

/** Why sending stopped before its end: no network, nobody signed in, or somebody else. Undefined: it came to its end. */
export type Stopped = 'offline' | 'signed_out' | 'somebody_else' | undefined

let running: Promise<Stopped> | undefined

/**
 * Sends what waits, the earliest visit first, each at most once however often it is tried (its id is the idempotency key). A visit that the server refuses or
 * that meets a colleague's stays on the device with the reason and does not hold up the others; only a lost network or session stops the rest.
 */
export function sendWaiting(onStep: () => void): Promise<Stopped> {
  return (running ??= sendAll(onStep).finally(() => (running = undefined)))
}

async function sendAll(onStep: () => void): Promise<Stopped> {
  const waiting = (await listKept()).filter(({ state }) => state === 'waiting').toReversed()
  if (waiting.length === 0) return undefined
  try {
    const { person_id } = await whoAmI()
    if (!person_id) return 'signed_out'
    if (waiting.some(({ holder_id }) => holder_id !== person_id)) return 'somebody_else'
    for (const kept of waiting) {
      await sendOne(kept)
      onStep()
    }
    return undefined
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return 'signed_out'
    if (error instanceof ProblemError && (error.status === 0 || error.status >= 500 || error.status === 429))
      return 'offline'
    throw error
  }
}

async function sendOne(kept: Kept): Promise<void> {
  const draft = await readDraft(kept.id)
  if (!draft) return
  try {
    const attachments = await sendPhotos(kept.id, draft.site_id ?? draft.project_id)
    // asked again with what the inspector has read since is another question, so it has another key
    const key = `${kept.id} ${draft.known_visits}`
    const visit = await request<Visit>('POST', '/api/inspections', { body: bodyOf(draft, kept, attachments), key })
    await forgetContent(kept.id, { id: visit.id, reference: visit.reference })
  } catch (error) {
    if (!(error instanceof ProblemError) || ![403, 404, 409, 413, 415, 422].includes(error.status)) throw error
    await moveKept(kept.id, {
      state: error.code === 'inspections/visited-since' ? 'conflict' : 'refused',
      refusal: {
        code: error.code,
        detail: error.detail,
        facts: error.facts,
        fields: error.errors.map(
          ({ message_zh, message_en, message }) => `${message_zh ?? message}\n${message_en ?? message}`,
        ),
      },
    })
  }
}

async function sendPhotos(visit_id: string, subject_id: string): Promise<string[]> {
  const ids: string[] = []
  for await (const { id, name, file, standing, taken_at, sent_id } of readPhotos(visit_id)) {
    const sent =
      sent_id ?? (await sendFile(subject_id, new File([file], name, { type: file.type }), standing ?? null, taken_at))
    if (!sent_id) await notePhotoSent(id, sent)
    ids.push(sent)
  }
  return ids
}

/** A draft as POST /api/inspections wants it. */
export function bodyOf(draft: Draft, { inspected_at }: Pick<Kept, 'inspected_at'>, attachments: string[]) {
  const {
    project_id,
    site_id,
    follows,
    known_visits,
    outcome,
    findings,
    note,
    standing,
    sketch,
    started_at,
    category,
  } = draft
  return {
    ...(follows ? { follows_rectification_id: follows } : { project_id, site_id, kind: 'patrol', category }),
    outcome,
    known_visits,
    findings: isFailed(outcome)
      ? Object.entries(findings).map(([code, words]) => ({ code, ...(words.trim() ? { note: words.trim() } : {}) }))
      : [],
    ...(note.trim() ? { note: note.trim() } : {}),
    ...(outcome === 'failed_high' ? { promoter_told: draft.promoter_told, made_safe: draft.made_safe } : {}),
    ...(standing ? { position: standing } : {}),
    ...(sketch ? { sketch } : {}),
    ...(started_at ? { started_at } : {}),
    inspected_at,
    attachments,
  }
}
