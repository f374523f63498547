import { t } from '../i18n/index.ts'
import { daysBetween } from '../ui/format.ts'

/** How a deadline stands today, in calendar days: 超期 1 天 · 今天到期 · 剩 3 天. Empty when there is no day to compare. */
export function dueWords({ due_on }: { due_on: string | null }, today: string): string {
  if (!due_on || !today) return ''
  const left = daysBetween(today, due_on)
  if (left < 0) return t('due.over', { count: -left })
  return left === 0 ? t('due.today') : t('due.left', { count: left })
}
