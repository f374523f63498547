import type { FeatureRow } from '../filter/run-selection.ts'

/** A feature as GeoJSON text (RFC 7946); its geometry stays the text that the database wrote. */
export function writeFeature({ id, geometry, properties }: FeatureRow, collection?: string): string {
  const shown = collection === undefined ? properties : { collection, ...properties }
  return `{"type":"Feature","id":${JSON.stringify(id)},"geometry":${geometry},"properties":${JSON.stringify(shown)}}`
}
