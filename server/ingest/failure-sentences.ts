type Sentence = (facts: Record<string, unknown>) => [zh: string, en: string]

const list = (value: unknown) => (Array.isArray(value) && value.length > 0 ? value.join(', ') : '–')
const megabytes = (value: unknown) => `${Math.round(Number(value) / 1e6)} MB`

/** Every way a file or a row is refused or noted, said to the person who sent it. */
export const sentences: Record<string, Sentence> = {
  'imports/not-a-geofile': ({ found, hint_zh, hint_en }) => [
    `这不是可识别的空间数据文件（${found ?? '内容未知'}）。${hint_zh ?? '可用格式：GeoJSON、Shapefile(zip)、GeoPackage、DXF、KML/KMZ、CSV、FlatGeobuf、勘测定界 TXT。'}`,
    `This is not a spatial file we can read (${found ?? 'unknown content'}). ${hint_en ?? 'Readable: GeoJSON, Shapefile (zip), GeoPackage, DXF, KML/KMZ, CSV, FlatGeobuf, boundary-point text.'}`,
  ],
  'imports/corrupt': ({ detail }) => [
    `文件已损坏或不完整：${detail ?? '无法读取'}。`,
    `The file is damaged or incomplete: ${detail ?? 'unreadable'}.`,
  ],
  'imports/incomplete-shapefile': ({ missing }) => [
    `Shapefile 不完整，缺少 ${list(missing)}。请把 .shp、.shx、.dbf、.prj 打包成一个 zip 上传。`,
    `The Shapefile lacks ${list(missing)}. Put .shp, .shx, .dbf and .prj into one zip.`,
  ],
  'imports/no-geometry': () => [
    '文件只有属性表，没有图形。DBF 须与 .shp 一起打包成 zip。',
    'The file holds a table only, no geometry. A DBF belongs in a zip with its .shp.',
  ],
  'imports/no-features': ({ layer }) => [`图层 ${layer ?? ''} 中没有要素。`, `Layer ${layer ?? ''} holds no features.`],
  'imports/too-large': ({ bytes, limit }) => [
    `文件为 ${megabytes(bytes)}，超过上限 ${megabytes(limit)}。`,
    `The file is ${megabytes(bytes)}, over the limit of ${megabytes(limit)}.`,
  ],
  'imports/timed-out': ({ seconds }) => [
    `读取超过 ${seconds} 秒，已中止。`,
    `Reading took more than ${seconds} s and was stopped.`,
  ],
  'imports/out-of-memory': () => [
    '文件过于复杂，读取所需内存超过上限。',
    'The file is too complex: reading it needs more memory than is allowed.',
  ],
  'imports/reader-crashed': () => [
    '文件使读取程序异常退出，可能已损坏。',
    'The file made the reader stop: it is probably damaged.',
  ],

  'imports/crs-unknown': ({ suggestions }) => [
    `文件没有声明坐标系，请声明 crs。可能是：${list(suggestions)}（需由提供者确认）。`,
    `The file does not say its coordinate system: declare crs. It may be: ${list(suggestions)} (to be confirmed by whoever made it).`,
  ],
  'imports/crs-unsupported': ({ crs }) => [
    `不认识的坐标系 ${crs}。请用 EPSG 代码（如 EPSG:4523）、GCJ-02 或 BD-09。`,
    `Unknown coordinate system ${crs}. Use an EPSG code (such as EPSG:4523), GCJ-02 or BD-09.`,
  ],
  'imports/crs-mismatch': ({ crs, sample, suggestions }) => [
    `坐标与坐标系 ${crs} 不符：例如 ${list(sample)} 落在其适用范围之外。可能是：${list(suggestions)}。`,
    `The coordinates do not fit ${crs}: ${list(sample)}, for one, lies outside its area of use. It may be: ${list(suggestions)}.`,
  ],
  'imports/crs-conflict': ({ declared, detected }) => [
    `声明的坐标系 ${declared} 与文件自带的 ${detected} 不一致。请去掉声明，或先改正文件。`,
    `The declared system ${declared} contradicts the file's own ${detected}. Leave the declaration out, or correct the file first.`,
  ],
  'imports/crs-datum': ({ crs }) => [
    `${crs} 的坐标基准（如北京54、西安80）没有公开的转换参数，直接使用偏差可达百米。请先由测绘部门转换为 CGCS2000。`,
    `The datum of ${crs} (as of Beijing 1954, Xian 1980) has no public parameters; taken as it is, it may be 100 m off. Have it converted to CGCS2000 first.`,
  ],

  'imports/encoding-unknown': ({ candidates }) => [
    `无法确定文字编码，请声明 encoding。候选：${list(candidates)}。`,
    `The text encoding cannot be told: declare encoding. Candidates: ${list(candidates)}.`,
  ],
  'imports/encoding-wrong': ({ encoding }) => [
    `文字不是 ${encoding} 编码。`,
    `The text is not encoded in ${encoding}.`,
  ],
  'imports/encoding-unsupported': ({ encoding }) => [`不支持的编码 ${encoding}。`, `Unknown encoding ${encoding}.`],

  'imports/several-layers': ({ layers }) => [
    `文件有多个图层，请用 layer 选定一个：${list(layers)}。`,
    `The file has several layers; choose one by layer: ${list(layers)}.`,
  ],
  'imports/layer-unknown': ({ layer, layers }) => [
    `没有图层 ${layer}。现有：${list(layers)}。`,
    `There is no layer ${layer}. There are: ${list(layers)}.`,
  ],
  'imports/geometry-columns-unknown': ({ columns }) => [
    `请指明坐标列（x 与 y，或 wkt）。现有列：${list(columns)}。`,
    `Say which columns hold the geometry (x and y, or wkt). Columns: ${list(columns)}.`,
  ],

  'imports/zip-bomb': ({ bytes, limit, entries, ratio }) => [
    `压缩包解开后过大（${megabytes(bytes)}，${entries} 个条目，压缩比 ${ratio}），上限 ${megabytes(limit)}。`,
    `The archive inflates too far (${megabytes(bytes)}, ${entries} entries, ratio ${ratio}); the limit is ${megabytes(limit)}.`,
  ],
  'imports/zip-nested': ({ entry }) => [
    `压缩包内还有压缩包 ${entry}，请解开后重新打包。`,
    `The archive holds another archive, ${entry}. Unpack it and zip the files themselves.`,
  ],
  'imports/zip-unsafe-path': ({ entry }) => [
    `压缩包条目路径不安全：${entry}。`,
    `The archive holds an unsafe path: ${entry}.`,
  ],
  'imports/zip-encrypted': ({ entry }) => [`压缩包已加密：${entry}。`, `The archive is encrypted: ${entry}.`],

  'imports/row-no-geometry': () => ['该行没有图形。', 'This row has no geometry.'],
  'imports/row-bad-geometry': () => [
    '该行图形不完整（点数不足、环未闭合或坐标非数字）。',
    'The geometry of this row is incomplete (too few points, an open ring or a coordinate that is not a number).',
  ],
  'imports/row-outside-crs': ({ crs, sample }) => [
    `该行坐标 ${list(sample)} 在 ${crs} 适用范围之外。`,
    `The coordinates ${list(sample)} of this row lie outside the area of ${crs}.`,
  ],
  'imports/row-bad-coordinate': ({ column, value }) => [
    `列 ${column} 的值“${value}”不是坐标。`,
    `“${value}” in column ${column} is not a coordinate.`,
  ],
  'imports/row-bad-wkt': ({ value }) => [`WKT 无法解析：“${value}”。`, `The WKT cannot be read: “${value}”.`],
  'imports/row-bad-record': ({ detail }) => [`该行无法解析：${detail}。`, `This row cannot be read: ${detail}.`],

  'imports/note-encoding-guessed': ({ encoding }) => [
    `文字编码按内容判断为 ${encoding}，请核对。`,
    `The text was taken for ${encoding} by its content: please check.`,
  ],
  'imports/note-encoding-claim-wrong': ({ claimed, encoding }) => [
    `文件自称 ${claimed} 编码，实为 ${encoding}。`,
    `The file claims ${claimed} but is ${encoding}.`,
  ],
  'imports/note-datum-approximate': ({ crs }) => [
    `${crs} 与 CGCS2000 基准不同，按公开参数转换，精度约为数米。`,
    `${crs} is on another datum than CGCS2000; by public parameters the result is good to a few metres.`,
  ],
  'imports/note-example-crs': ({ crs }) => [
    `坐标系按该消息格式的规定取 ${crs}。`,
    `The coordinate system is ${crs}, as that message format prescribes.`,
  ],
}
