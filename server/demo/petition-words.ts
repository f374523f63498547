/** What people ask for around a dig, invented: kind and words. Every one says that it is of the demo. */
export const demoPetitions: readonly { kind: string; from?: 'firm'; body: string }[] = [
  { kind: 'night_noise', body: '【演示】夜里两点还在破路，请按批准的时间施工。' },
  { kind: 'dust', body: '【演示】裸土没有覆盖，晾的衣服全是灰，请洒水降尘。' },
  { kind: 'access_blocked', from: 'firm', body: '【演示】围挡堵住了店门，顾客进不来，请留出通道。' },
  { kind: 'supply_cut', body: '【演示】施工后停水一整天，没有通知，请尽快恢复。' },
  { kind: 'property_damage', body: '【演示】挖机刮坏了单元门口的花坛和台阶，请修复。' },
  { kind: 'safety', body: '【演示】沟槽边没有围栏，孩子放学要经过，请马上围上。' },
  { kind: 'missing_sign', body: '【演示】看不到公示牌，不知道谁在挖、挖到什么时候。' },
  { kind: 'other', body: '【演示】路面回填后高低不平，电动车容易摔倒，请平整。' },
  { kind: 'access_blocked', body: '【演示】小区车库出口被土堆占了一半，请清运。' },
  { kind: 'night_noise', from: 'firm', body: '【演示】酒店住客投诉夜间切割声，请调整作业时间。' },
]

/** What a unit answers, invented. */
export const demoAnswers: readonly string[] = [
  '【演示】已要求现场在22:00前停止高噪声作业，并张贴作业时间。',
  '【演示】已全面覆盖裸土，每日洒水不少于三次。',
  '【演示】已移开围挡，留出2米通道并加装照明。',
  '【演示】已抢修恢复，并在今后停用前24小时公告。',
  '【演示】已现场核实，三日内修复，费用由施工方承担。',
  '【演示】已加装硬质围栏和警示灯，安排专人值守。',
]
