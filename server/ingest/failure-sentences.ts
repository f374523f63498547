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

  'imports/row-geometry-type': ({ type, allowed }) => [
    `该行图形类型为 ${type}，此目标只接受 ${list(allowed)}。`,
    `The geometry of this row is a ${type}; this target takes ${list(allowed)}.`,
  ],
  'imports/row-required': ({ zh, en }) => [`该行没有${zh}。`, `This row has no ${en}.`],
  'imports/row-bad-number': ({ zh, en, value }) => [
    `${zh}“${value}”不是有效的数值，或超出范围。`,
    `${en}: “${value}” is not a number in its range.`,
  ],
  'imports/row-bad-date': ({ zh, en, value }) => [`${zh}“${value}”不是日期。`, `${en}: “${value}” is not a date.`],
  'imports/row-bad-value': ({ zh, en, value }) => [
    `${zh}“${value}”不在可选值之内，或格式不符。`,
    `${en}: “${value}” is none of the values it may have, or not of its form.`,
  ],
  'imports/row-too-many-vertices': ({ count, most }) => [
    `该行图形有 ${count} 个顶点，最多 ${most} 个。`,
    `The geometry of this row has ${count} vertices, at most ${most} are accepted.`,
  ],
  'imports/row-no-building': () => ['该点 20 米内没有楼栋。', 'No building stands within 20 m of this point.'],
  'imports/row-duplicate': () => [
    '不动产单元代码已存在，或在文件中重复。',
    'The unit code exists already, or is repeated in the file.',
  ],
  'projects/period-reversed': () => ['结束日期早于开始日期。', 'The end lies before the beginning.'],
  'geometry/outside-district': () => [
    '图形不在本辖区内（超出边界 50 米以上）。',
    'The shape lies more than 50 m outside the district.',
  ],

  'imports/mapping-column-unknown': ({ column, columns }) => [
    `文件没有列“${column}”。现有列：${list(columns)}。`,
    `The file has no column “${column}”. There are: ${list(columns)}.`,
  ],
  'imports/mapping-missing': ({ field, zh, en }) => [
    `请指明哪一列是${zh}（${field}），或给出统一的值。`,
    `Say which column holds ${en} (${field}), or give one value for all rows.`,
  ],
  'imports/layer-name-taken': ({ name }) => [
    `图层名 ${name} 已属于其他单位。`,
    `The layer name ${name} belongs to another organisation.`,
  ],
  'imports/no-authority': () => [
    '本辖区还没有主管部门，不能登记动土项目。',
    'The district has no authority yet: no dig can be registered.',
  ],
  'imports/file-missing': () => ['上传的文件已不在存储中。', 'The file that was sent is no longer in the store.'],
  'imports/interrupted': ({ attempts }) => [
    `导入 ${attempts} 次被中断，已停止。请检查文件后重新上传。`,
    `The import was cut off ${attempts} times and is given up. Check the file and send it again.`,
  ],
  'imports/unexpected': () => [
    '导入时出现内部错误，未写入任何数据。',
    'Something went wrong inside; nothing was written.',
  ],
  'imports/nothing-to-write': () => ['没有一行可以写入。', 'Not one row could be written.'],

  'imports/note-rejected': ({ count }) => [
    `${count} 行未写入，见报告。`,
    `${count} rows were not written: see the report.`,
  ],
  'imports/note-errors-cut': ({ kept }) => [`只保留前 ${kept} 条错误。`, `Only the first ${kept} errors are kept.`],
  'imports/note-past-period': ({ count }) => [
    `${count} 个项目的计划工期已过去，请核对。`,
    `The planned period of ${count} digs is over: please check.`,
  ],
  'imports/note-layer-replaced': ({ name }) => [
    `图层 ${name} 原有要素已被替换。`,
    `The former features of layer ${name} were replaced.`,
  ],
}
