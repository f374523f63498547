import type { Choosable, TargetField } from './target-field.ts'

const text = (name: string, title_zh: string, title_en: string, columns: readonly string[], longest = 200) =>
  ({ name, type: 'text', title_zh, title_en, columns, longest }) as const satisfies TargetField
const number = (name: string, title_zh: string, title_en: string, most: number, columns: TargetField['columns']) =>
  ({ name, type: 'number', title_zh, title_en, columns, least: 0, most }) as const satisfies TargetField

const classes: readonly Choosable[] = [
  {
    value: 'expressway',
    title_zh: '快速路',
    title_en: 'Expressway',
    words: ['高速公路', 'motorway', 'motorway_link', 'trunk', 'trunk_link'],
  },
  {
    value: 'arterial',
    title_zh: '主干路',
    title_en: 'Arterial',
    words: ['主干道', '主干', 'primary', 'primary_link', 'secondary', 'secondary_link'],
  },
  {
    value: 'collector',
    title_zh: '次干路',
    title_en: 'Collector',
    words: ['次干道', '次干', 'tertiary', 'tertiary_link'],
  },
  {
    value: 'local',
    title_zh: '支路',
    title_en: 'Local street',
    words: ['支道', '街道', 'residential', 'unclassified', 'living_street', 'service'],
  },
  { value: 'other', title_zh: '其他', title_en: 'Other', words: ['footway', 'path', 'cycleway'] },
]

/** What a road takes from a file; classes also in the words of CJJ 37 and of OpenStreetMap's `highway`. */
export const roadFields: readonly TargetField[] = [
  text('name', '道路名称', 'Name', ['道路名称', '路名', '道路', '名称', 'name', 'roadname']),
  text('name_en', '英文名称', 'English name', ['英文名称', 'nameen']),
  text('code', '道路编码', 'Code', ['道路编码', '编码', '编号', 'code', 'roadcode', 'id']),
  {
    name: 'class',
    type: 'enum',
    title_zh: '道路等级',
    title_en: 'Class',
    values: classes,
    fallback: 'other',
    otherwise: 'other',
    columns: ['道路等级', '等级', '类型', 'class', 'highway', 'roadclass'],
  },
  {
    name: 'lanes',
    type: 'integer',
    title_zh: '车道数',
    title_en: 'Lanes',
    least: 0,
    most: 30,
    columns: ['车道数', '车道', 'lanes'],
  },
  number('width_m', '宽度（米）', 'Width (m)', 300, ['宽度', '路宽', '道路宽度', 'width', 'widthm']),
  text('surface', '路面', 'Surface', ['路面', '路面类型', 'surface']),
  {
    name: 'handed_over_on',
    type: 'date',
    title_zh: '交付日期',
    title_en: 'Handed over on',
    columns: ['交付日期', '竣工日期', '建成日期', 'handedoveron'],
  },
  {
    name: 'overhauled_on',
    type: 'date',
    title_zh: '大修日期',
    title_en: 'Overhauled on',
    columns: ['大修日期', '大修竣工日期', 'overhauledon'],
  },
]

const themes: readonly Choosable[] = [
  { value: 'water', title_zh: '给水', title_en: 'Water', words: ['供水', '自来水', 'js'] },
  { value: 'drainage', title_zh: '排水', title_en: 'Drainage', words: ['雨水', '污水', '雨污合流', 'sewer', 'ps'] },
  { value: 'power', title_zh: '电力', title_en: 'Power', words: ['供电', '路灯', 'electricity', 'dl'] },
  { value: 'gas', title_zh: '燃气', title_en: 'Gas', words: ['天然气', '煤气', 'rq'] },
  { value: 'telecom', title_zh: '通信', title_en: 'Telecom', words: ['电信', '通讯', 'tx'] },
  { value: 'heat', title_zh: '热力', title_en: 'Heat', words: ['供热', '蒸汽', 'rl'] },
  { value: 'oil', title_zh: '输油', title_en: 'Oil', words: ['石油', '成品油'] },
  { value: 'other', title_zh: '其他', title_en: 'Other' },
]

/** What a line or point under the ground takes from a file. `theme` is the sender's own where a utility sends it. */
export const networkFields: readonly TargetField[] = [
  {
    name: 'theme',
    type: 'enum',
    title_zh: '管线类别',
    title_en: 'Theme',
    required: true,
    values: themes,
    columns: ['管线类别', '管线类型', '类别', '种类', 'theme', 'medium', 'utility'],
  },
  text('kind', '管段类型', 'Kind', ['管段类型', '管类', 'kind']),
  text('status', '状态', 'Status', ['状态', '使用状态', 'status']),
  text('name', '名称', 'Name', ['名称', '管线名称', '管段编号', 'name']),
  number('diameter_mm', '管径（毫米）', 'Diameter (mm)', 20_000, [
    '管径',
    '口径',
    '管径mm',
    'diameter',
    'diametermm',
    'dn',
    ['diameterm', 1000],
  ]),
  number('pressure_mpa', '压力（兆帕）', 'Pressure (MPa)', 100, [
    '压力',
    '压力mpa',
    'pressure',
    'pressurempa',
    ['pressurebar', 0.1],
  ]),
  number('voltage_kv', '电压（千伏）', 'Voltage (kV)', 1200, ['电压', '电压kv', 'voltage', 'voltagekv']),
  number('depth_m', '埋深（米）', 'Depth (m)', 100, ['埋深', '深度', 'depth', 'depthm']),
  number('accuracy_m', '位置精度（米）', 'Accuracy (m)', 100, ['位置精度', '精度', 'accuracy', 'accuracym']),
  text('material', '材质', 'Material', ['材质', '管材', '材料', 'material', 'spec']),
  number('protection_m', '保护距离（米）', 'Protection (m)', 500, [
    '保护距离',
    '保护范围',
    'protection',
    'protectionm',
  ]),
  text('owner', '权属单位', 'Owner', ['权属单位', '权属', 'owner']),
]

/** What a patch of changed ground takes from a file. */
export const detectionFields: readonly TargetField[] = [
  {
    ...text('source', '来源', 'Source', ['来源', '影像', '数据来源', 'source', 'sensor', 'imagery']),
    required: true,
  },
  {
    name: 'observed_on',
    type: 'date',
    title_zh: '观测日期',
    title_en: 'Observed on',
    required: true,
    columns: ['观测日期', '影像日期', '拍摄日期', '日期', 'observedon', 'date'],
  },
  number('positional_error_m', '位置误差（米）', 'Positional error (m)', 1000, [
    '位置误差',
    '定位误差',
    'positionalerrorm',
    'error',
  ]),
]

/** What a home takes from a file; its building is the one that stands at its point. */
export const unitFields: readonly TargetField[] = [
  {
    ...text('unit_code', '不动产单元代码', 'Unit code', ['不动产单元号', '不动产单元代码', 'unitcode', 'bdcdyh']),
    required: true,
    pattern: /^\d{6}\d{3}\d{3}[A-Z]{2}\d{5}[A-Z]\d{8}$/,
  },
  text('entrance', '单元', 'Entrance', ['单元', 'entrance'], 20),
  {
    name: 'floor',
    type: 'integer',
    title_zh: '楼层',
    title_en: 'Floor',
    required: true,
    least: -10,
    most: 200,
    columns: ['楼层', '所在层', 'floor'],
  },
  { ...text('room', '房号', 'Room', ['房号', '室号', 'room'], 20), required: true },
  text('label', '坐落', 'Address', ['坐落', '地址', 'label', 'address']),
  number('area_m2', '建筑面积（平方米）', 'Area (m²)', 100_000, ['建筑面积', '面积', 'area', 'aream2']),
]
