import { words } from '../i18n/index.ts'
import { useT } from '../i18n/index.ts'
import { toneOf } from './transfer.ts'

/** The status of a case or of a leg, in words and a tone. */
export function StatusTag({ of, status }: { of: 'case' | 'leg'; status: string }) {
  useT()
  return <span className={`tag ${toneOf[status] ?? ''}`}>{words(`transfer.${of}.${status}`, status)}</span>
}
