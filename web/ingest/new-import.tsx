import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { collect } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import { Trouble } from '../ui/fault.tsx'
import { Loading } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import { Choices } from './choices.tsx'
import { Columns } from './columns.tsx'
import { Drop } from './drop.tsx'
import { Found } from './found.tsx'
import {
  type Chosen,
  geometryOf,
  lookInto,
  type Mapping,
  nothingChosen,
  type Preview,
  sendImport,
  type Target,
} from './import.ts'
import { Send } from './send.tsx'

type Props = { targets: Target[]; onSent: (id: string) => void }

/** From a file to an import: look, choose what the file does not say, match the columns, send. */
export function NewImport({ targets, onSent }: Props) {
  const t = useT()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [chosen, setChosen] = useState<Chosen>({ ...nothingChosen, target: targets[0]?.name ?? '' })
  const [edited, setEdited] = useState<Mapping>()
  const preview = usePreview(file, chosen, edited ?? {})
  useOnMap(preview.data)
  const known = preview.data
  const mapping = { ...(known?.remembered_mapping ?? known?.suggested_mapping), ...edited }
  const target = targets.find(({ name }) => name === chosen.target)
  const choose = (change: Partial<Chosen>) => {
    if (change.target !== undefined) setEdited(geometryOf(edited ?? {}))
    setChosen({ ...chosen, ...change })
  }
  const send = useMutation({
    mutationFn: () => sendImport(file!, chosen, withoutGaps(mapping)),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['imports', 'list'] })
      onSent(id)
    },
  })
  const take = (next: File) => {
    setFile(next)
    setEdited(undefined)
    setChosen({ ...nothingChosen, target: chosen.target, layer: layerName(next.name) })
  }
  return (
    <>
      <Section title={t('imports.new')}>
        <Drop file={file} onFile={take} />
      </Section>
      {file && preview.isFetching && <Loading />}
      {file && preview.error && <Trouble error={preview.error} retry={() => void preview.refetch()} />}
      {file && known && !preview.isFetching && (
        <>
          <Found preview={known} />
          <Choices
            preview={known}
            targets={targets}
            chosen={chosen}
            onChoose={choose}
            mapping={mapping}
            onMap={setEdited}
          />
          {target && known.summary && !known.refusal && (
            <>
              {target.fields.length > 0 && (
                <Columns
                  target={target}
                  columns={known.summary.columns}
                  mapping={mapping}
                  onMap={setEdited}
                  isRemembered={known.remembered_mapping !== null && !edited}
                />
              )}
              <Send
                target={target}
                chosen={chosen}
                mapping={withoutGaps(mapping)}
                onChoose={choose}
                isSending={send.isPending}
                onSend={() => send.mutate()}
              />
              {send.error && <Trouble error={send.error} />}
            </>
          )}
        </>
      )}
    </>
  )
}

function usePreview(file: File | undefined, chosen: Chosen, edited: Mapping) {
  const geometry = geometryOf(edited)
  const { target, crs, encoding, source_layer } = chosen
  const key = file ? [file.name, file.size, file.lastModified] : []
  return useQuery({
    queryKey: ['imports', 'preview', ...key, target, crs, encoding, source_layer, JSON.stringify(geometry)],
    queryFn: () => lookInto(file!, chosen, geometry),
    enabled: file !== undefined,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  })
}

/** The first rows on the map, brought into view, until the panel is left. */
function useOnMap(preview: Preview | undefined): void {
  const map = useMap()
  useEffect(() => {
    const shown = preview?.features ?? []
    map?.sketch('import', shown.length > 0 ? { features: collect(shown.map(({ geometry }) => geometry)) } : null)
    const box = preview?.summary?.bbox
    if (box && shown.length > 0) map?.goTo({ box, maxZoom: 16 })
  }, [map, preview])
  useEffect(() => () => map?.sketch('import', null), [map])
}

/** Fields that were set back to nothing are not sent. */
const withoutGaps = (mapping: Mapping): Mapping =>
  Object.fromEntries(Object.entries(mapping).filter(([, from]) => from !== ''))

const layerName = (file_name: string) => {
  const name = file_name
    .toLowerCase()
    .replace(/\.\w+$/, '')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 60)
  return name || 'layer'
}
