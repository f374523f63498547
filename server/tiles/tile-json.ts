import type { PublishedLayer } from './layers.ts'

/** The TileJSON 3.0.0 document of a layer whose tiles are served under `base` (scheme, host and port). */
export function tileJson(layer: PublishedLayer, base: string, locale: 'zh-CN' | 'en') {
  const { name, min_zoom, max_zoom, parts, attribution } = layer
  return {
    tilejson: '3.0.0',
    name,
    description: locale === 'en' ? layer.title_en : layer.title_zh,
    scheme: 'xyz',
    tiles: [`${base}/tiles/${name}/{z}/{x}/{y}`],
    minzoom: min_zoom,
    maxzoom: max_zoom,
    ...(attribution ? { attribution } : {}),
    vector_layers: parts.map((part) => ({
      id: part.name,
      minzoom: Math.max(part.min_zoom, min_zoom),
      maxzoom: Math.min(part.max_zoom, max_zoom),
      fields: part.fields,
    })),
  }
}
