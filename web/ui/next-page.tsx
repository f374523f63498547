import { useT } from '../i18n/index.ts'
import { Button } from './button.tsx'

type Props = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }

/** The foot of a list that is read page by page; nothing when all of it is there. */
export function NextPage({ hasNextPage, isFetchingNextPage, fetchNextPage }: Props) {
  const t = useT()
  return hasNextPage ? (
    <p className="list-next">
      <Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {t('list.next')}
      </Button>
    </p>
  ) : null
}
