/** What people ask for around a dig and what they are answered, invented. Every one says that it is of the demo. */
export const demoPetitions: readonly { kind: string; from?: 'firm'; body: string; answer: string }[] = [
  {
    kind: 'night_noise',
    body: '【演示】夜里两点还在破路，请按批准的时间施工。',
    answer: '【演示】已要求现场在22:00前停止高噪声作业，并张贴作业时间。',
  },
  {
    kind: 'dust',
    body: '【演示】裸土没有覆盖，晾的衣服全是灰，请洒水降尘。',
    answer: '【演示】已全面覆盖裸土，每日洒水不少于三次。',
  },
  {
    kind: 'access_blocked',
    from: 'firm',
    body: '【演示】围挡堵住了店门，顾客进不来，请留出通道。',
    answer: '【演示】已移开围挡，留出2米通道并加装照明。',
  },
  {
    kind: 'supply_cut',
    body: '【演示】施工后停水一整天，没有通知，请尽快恢复。',
    answer: '【演示】已抢修恢复，并在今后停用前24小时公告。',
  },
  {
    kind: 'property_damage',
    body: '【演示】挖机刮坏了单元门口的花坛和台阶，请修复。',
    answer: '【演示】已现场核实，三日内修复，费用由施工方承担。',
  },
  {
    kind: 'safety',
    body: '【演示】沟槽边没有围栏，孩子放学要经过，请马上围上。',
    answer: '【演示】已加装硬质围栏和警示灯，安排专人值守。',
  },
  {
    kind: 'missing_sign',
    body: '【演示】看不到公示牌，不知道谁在挖、挖到什么时候。',
    answer: '【演示】已在两端补挂公示牌，写明单位、期限和电话。',
  },
  {
    kind: 'other',
    body: '【演示】路面回填后高低不平，电动车容易摔倒，请平整。',
    answer: '【演示】已重新压实并铺临时沥青，验收前每周复查。',
  },
  {
    kind: 'access_blocked',
    body: '【演示】小区车库出口被土堆占了一半，请清运。',
    answer: '【演示】土方已当日清运，出口恢复双向通行。',
  },
  {
    kind: 'night_noise',
    from: 'firm',
    body: '【演示】酒店住客投诉夜间切割声，请调整作业时间。',
    answer: '【演示】切割作业改在9:00至18:00，夜间只做回填。',
  },
]
