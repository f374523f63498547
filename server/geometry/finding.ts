export type Severity = 'error' | 'warning'

/** What a rule found: a stable code, the JSON pointer of the place in the request, and words in both languages. */
export type Finding = { code: string; pointer: string; message_zh: string; message_en: string; severity: Severity }
export type FindingCode = keyof typeof words
type Facts = Record<string, string | number>

/** Builds a finding; facts fill the `{holes}` of its words. */
export function finding(code: FindingCode, pointer: string, facts: Facts = {}): Finding {
  const [severity, zh, en] = words[code]
  return { code, pointer, message_zh: fill(zh, facts), message_en: fill(en, facts), severity }
}

/** Every code a geometry rule can answer, with its severity and words. */
export const words = {
  'geometry/malformed': ['error', '不是有效的 GeoJSON 图形：{detail}', 'Not a GeoJSON geometry: {detail}'],
  'geometry/unsupported-type': [
    'error',
    '不支持的图形类型 {type}，只接受点、线、面及其集合',
    'Geometry type {type} is not accepted: only points, lines, polygons and their Multi forms',
  ],
  'geometry/empty': ['error', '图形没有坐标', 'The geometry has no coordinates'],
  'geometry/not-two-dimensional': [
    'error',
    '坐标有 {count} 个数，只接受二维坐标',
    'The position has {count} numbers; only two are accepted',
  ],
  'geometry/out-of-range': [
    'error',
    '坐标 {x}, {y} 超出范围；应为经度（东）在前，纬度（北）在后',
    'Position {x}, {y} is out of range; longitude (easting) comes first, latitude (northing) second',
  ],
  'geometry/axes-swapped': [
    'error',
    '坐标 {x}, {y} 的纵横轴似乎颠倒；应为东坐标在前，北坐标在后',
    'Position {x}, {y} seems to have its axes swapped; easting comes first, northing second',
  ],
  'geometry/too-few-positions': [
    'error',
    '只有 {count} 个点，至少需要 {least} 个',
    'Has {count} positions, needs at least {least}',
  ],
  'geometry/too-many-vertices': [
    'error',
    '有 {count} 个顶点，最多 {most} 个',
    'Has {count} vertices, at most {most} are accepted',
  ],
  'geometry/ring-not-closed': ['error', '多边形的环首尾点不相同', 'The ring does not end where it begins'],
  'geometry/repeated-point': [
    'error',
    '点重复（按毫米取整后）',
    'The point is repeated (after rounding to the millimetre)',
  ],
  'geometry/self-intersection': ['error', '图形与自身相交', 'The geometry crosses itself'],
  'geometry/self-touch': ['error', '环与自身相接', 'The ring touches itself'],
  'geometry/rings-cross': ['error', '同一多边形的两个环相交或相接', 'Two rings of one polygon cross or touch'],
  'geometry/hole-outside': [
    'error',
    '洞不在外环之内，或在另一个洞之内',
    'A hole lies outside its polygon or in another hole',
  ],
  'geometry/parts-overlap': ['error', '多个面之间重叠或共边', 'Two polygons overlap or share an edge'],
  'geometry/span-too-long': [
    'error',
    '图形跨度 {span_m} 米，最多 {most_m} 米',
    'The geometry spans {span_m} m, at most {most_m} m',
  ],
  'geometry/area-out-of-range': [
    'error',
    '动土面积 {area_m2} 平方米，应在 {least_m2} 至 {most_m2} 平方米之间',
    'The area of disturbance is {area_m2} m², must be between {least_m2} and {most_m2} m²',
  ],
  'geometry/width-required': [
    'error',
    '线状动土须填写开挖宽度（米）',
    'A line needs the width of the trench in metres',
  ],
  'geometry/radius-required': [
    'error',
    '点状动土须填写开挖半径（米）',
    'A point needs the radius of the dig in metres',
  ],
  'geometry/width-out-of-range': [
    'error',
    '开挖宽度应大于 0 且不超过 {most_m} 米',
    'The width must be more than 0 and at most {most_m} m',
  ],
  'geometry/radius-out-of-range': [
    'error',
    '开挖半径应大于 0 且不超过 {most_m} 米',
    'The radius must be more than 0 and at most {most_m} m',
  ],
  'geometry/crs-unknown': [
    'error',
    '未知的坐标系 {crs}；请声明 EPSG 代码、GCJ-02 或 BD-09',
    'Unknown reference system {crs}; declare an EPSG code, GCJ-02 or BD-09',
  ],
  'geometry/crs-datum-unknown': [
    'error',
    '坐标系 {crs} 的基准无法转换到 CGCS2000，请先转换或提供参数',
    'The datum of {crs} cannot be shifted to CGCS2000; convert the file first or give its parameters',
  ],
  'geometry/wrong-zone': [
    'error',
    '横坐标 {x} 的带号与声明的 {crs} 不符',
    'Easting {x} carries a zone that is not the declared {crs}',
  ],
  'geometry/zone-prefix-differs': [
    'warning',
    '横坐标的带号与声明的 {crs} 不一致，已按 {used} 读取',
    'The eastings do not carry the zone as {crs} writes it; read as {used}',
  ],
  'geometry/outside-zone': [
    'warning',
    '图形在 {crs} 的适用范围之外（中央经线 {central_meridian}°）',
    'The geometry lies outside the area of use of {crs} (central meridian {central_meridian}°)',
  ],
  'geometry/rounded': ['warning', '坐标已取整到毫米', 'Coordinates were rounded to the millimetre'],
  'geometry/outside-district': [
    'warning',
    '图形超出本机关辖区 {buffer_m} 米以上，将转由有权机关处理',
    "The geometry reaches more than {buffer_m} m outside the authority's area; it will be routed",
  ],
} as const satisfies Record<string, readonly [Severity, string, string]>

function fill(text: string, facts: Facts): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}
