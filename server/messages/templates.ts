interface Template {
  params: readonly string[]
  zh: string
  en: string
}

/**
 * What people are told, in both languages. Parameters are references, days and public words: a name, a telephone or an
 * account number never stands in a message, so the queue holds no personal text.
 */
export const templates = {
  'permit.submitted': {
    params: ['reference'],
    zh: '【动土】{reference} 的申请已提交，我们将在法定时限内告知是否受理。',
    en: 'Dongtu: your application for {reference} was handed in. You will hear within the statutory time whether it is accepted.',
  },
  'permit.accepted': {
    params: ['reference', 'due_on'],
    zh: '【动土】{reference} 的申请已受理，最迟 {due_on} 作出决定。',
    en: 'Dongtu: the application for {reference} was accepted. The decision comes by {due_on} at the latest.',
  },
  'permit.supplement_requested': {
    params: ['reference'],
    zh: '【动土】{reference} 的申请材料需要补正，清单已一次告知，请登录查看。',
    en: 'Dongtu: the application for {reference} lacks documents. The full list is in your account.',
  },
  'approval.asked': {
    params: ['reference'],
    zh: '【动土】{reference} 申请审批事项，已并联推送贵单位，请在承诺时限内答复。',
    en: 'Dongtu: {reference} asks for an approval of yours, at once with the others of its stage. Please answer within the promised time.',
  },
  'approval.approved': {
    params: ['reference'],
    zh: '【动土】{reference} 的一项审批已通过，请登录查看本阶段进度。',
    en: 'Dongtu: an approval of {reference} was given. Your account shows how far the stage is.',
  },
  'approval.refused': {
    params: ['reference'],
    zh: '【动土】{reference} 的一项审批未通过，理由请登录查看，改正后可再次申请。',
    en: 'Dongtu: an approval of {reference} was not given. The reason is in your account; put it right and ask again.',
  },
  'petition.dispatched': {
    params: ['reference', 'due_on'],
    zh: '【动土】诉求 {reference} 已派给贵单位，请于 {due_on} 前答复。',
    en: 'Dongtu: request {reference} was dispatched to you. Please answer it by {due_on}.',
  },
  'petition.answered': {
    params: ['reference'],
    zh: '【动土】诉求 {reference} 已有答复，请贵单位作为第三方回访评判。',
    en: 'Dongtu: request {reference} was answered. Please ask the petitioner and judge the answer, as the third party.',
  },
  'promise.broken': {
    params: ['reference'],
    zh: '【动土】{reference} 承诺补正的材料逾期未交，许可证件暂不发放，后果请登录查看。',
    en: 'Dongtu: what was promised for {reference} did not come in time. The permit is not handed out; what follows is in your account.',
  },
  'handover.handed_over': {
    params: ['reference'],
    zh: '【动土】{reference} 已准予许可，档案移交贵单位监管，请按时签收。',
    en: 'Dongtu: {reference} was granted and its file is handed to you for supervision. Please sign for it in time.',
  },
  'permit.granted': {
    params: ['reference', 'valid_to'],
    zh: '【动土】{reference} 已准予许可，有效期至 {valid_to}。开工前请确认管线单位答复。',
    en: 'Dongtu: the permit for {reference} was granted, valid until {valid_to}. Check the utilities’ answers before you dig.',
  },
  'permit.refused': {
    params: ['reference'],
    zh: '【动土】{reference} 不予许可，理由和救济途径请登录查看。',
    en: 'Dongtu: the permit for {reference} was refused. The reasons and how to appeal are in your account.',
  },
  'permit.not_accepted': {
    params: ['reference'],
    zh: '【动土】{reference} 的申请不予受理，理由和救济途径请登录查看。',
    en: 'Dongtu: the application for {reference} was not accepted. The reasons and how to appeal are in your account.',
  },
  'permit.special_procedure_started': {
    params: ['reference', 'kind', 'expected_until'],
    zh: '【动土】{reference} 须进行{kind}，预计至 {expected_until}，所需时间不计入办理期限。',
    en: 'Dongtu: {reference} needs a special procedure ({kind}), expected to take until {expected_until}. Its days do not count.',
  },
  'permit.decision_extended': {
    params: ['reference', 'due_on'],
    zh: '【动土】{reference} 经负责人批准延长办理期限，最迟 {due_on} 作出决定，理由请登录查看。',
    en: 'Dongtu: the decision on {reference} was put off, to {due_on} at the latest. The reason is in your account.',
  },
  'permit.start_extended': {
    params: ['reference', 'due_on'],
    zh: '【动土】{reference} 的开工期限已延至 {due_on}。',
    en: 'Dongtu: the works of {reference} may begin until {due_on}.',
  },
  'permit.lapsed': {
    params: ['reference'],
    zh: '【动土】{reference} 未按期使用，许可已自行废止。',
    en: 'Dongtu: {reference} was not used in time and has lapsed.',
  },
  'permit.expired': {
    params: ['reference'],
    zh: '【动土】{reference} 有效期已届满，现场不得继续挖掘。',
    en: 'Dongtu: {reference} has expired. Nothing more may be dug under it.',
  },
  'permit.revoked': {
    params: ['reference'],
    zh: '【动土】{reference} 已被撤销，依据和理由请登录查看。',
    en: 'Dongtu: {reference} was revoked. The law cited and the reasons are in your account.',
  },
  'permit.withdrawn': {
    params: ['reference'],
    zh: '【动土】{reference} 已被撤回，依据和理由请登录查看。',
    en: 'Dongtu: {reference} was withdrawn. The law cited and the reasons are in your account.',
  },
  'permit.cancelled_as_penalty': {
    params: ['reference'],
    zh: '【动土】{reference} 已被吊销，依据和理由请登录查看。',
    en: 'Dongtu: {reference} was cancelled as a penalty. The law cited and the reasons are in your account.',
  },
  'permit.deregistered': {
    params: ['reference'],
    zh: '【动土】{reference} 已办理注销。',
    en: 'Dongtu: {reference} was deregistered.',
  },
  'alert.stopped': {
    params: ['kind', 'level', 'until'],
    zh: '【动土】{kind}{level}预警：贵单位在预警范围内的工地即刻停工，预计至 {until}。请登录逐处签收，并做好现场防护。',
    en: 'Dongtu: {kind} alert, {level}. Your sites inside it are stopped from now, expected until {until}. Acknowledge each in your account and make them safe.',
  },
  'alert.lifted': {
    params: ['kind', 'level'],
    zh: '【动土】{kind}{level}预警已解除，因预警停工的工地可以复工。',
    en: 'Dongtu: the {kind} alert, {level}, is lifted. Sites it had stopped may go on.',
  },
  'alert.exempted': {
    params: ['kind', 'level'],
    zh: '【动土】您有工地经批准不受{kind}{level}预警停工限制，可以复工，范围请登录查看。',
    en: 'Dongtu: a site of yours is left free of the {kind} alert, {level}, and may go on. Your account shows which.',
  },
  'consent.asked': {
    params: ['reference'],
    zh: '【动土】{reference} 占用车行道，请贵单位会签。',
    en: 'Dongtu: {reference} takes carriageway. Your consent is asked.',
  },
  'change.granted': {
    params: ['reference'],
    zh: '【动土】变更 {reference} 已准予。',
    en: 'Dongtu: the change {reference} was granted.',
  },
  'change.refused': {
    params: ['reference'],
    zh: '【动土】变更 {reference} 不予许可，理由请登录查看。',
    en: 'Dongtu: the change {reference} was refused. The reasons are in your account.',
  },
  'renewal.granted': {
    params: ['reference'],
    zh: '【动土】延续 {reference} 已准予。',
    en: 'Dongtu: the renewal {reference} was granted.',
  },
  'renewal.deemed': {
    params: ['reference'],
    zh: '【动土】延续 {reference} 逾期未作决定，视为准予延续。',
    en: 'Dongtu: the renewal {reference} was not decided in time and counts as granted.',
  },
  'renewal.refused': {
    params: ['reference'],
    zh: '【动土】延续 {reference} 不予许可，理由请登录查看。',
    en: 'Dongtu: the renewal {reference} was refused. The reasons are in your account.',
  },
  'emergency.started': {
    params: ['reference'],
    zh: '【动土】抢修 {reference} 已先行破路，请知悉并到场监督。',
    en: 'Dongtu: an emergency dig, {reference}, has begun. Please take note and attend.',
  },
  'emergency.unfiled': {
    params: ['reference'],
    zh: '【动土】抢修 {reference} 未在规定时限内补办手续，已立案处理，请立即补办。',
    en: 'Dongtu: the emergency dig {reference} was not filed in its hours and is now a case. File it at once.',
  },
  'overdig.found': {
    params: ['reference', 'area'],
    zh: '【动土】{reference} 竣工测量范围超出许可 {area} 平方米，已立案，请登录查看。',
    en: 'Dongtu: the as-built survey of {reference} goes beyond its permit by {area} m². A case was opened.',
  },
  'works.overdue': {
    params: ['reference', 'due_on'],
    zh: '【动土】{reference} 已超过批准期限（{due_on}），请立即回填、清理现场。',
    en: 'Dongtu: {reference} has gone past its permitted end ({due_on}). Backfill and clear the site at once.',
  },
  'rectification.issued': {
    params: ['reference', 'due_on'],
    zh: '【动土】{reference} 现场检查发现问题，请于 {due_on} 前整改。',
    en: 'Dongtu: an inspection of {reference} found a defect. Put it right by {due_on}.',
  },
  'transfer.opened': {
    params: ['reference'],
    zh: '【联动过户】{reference} 已受理。登簿后我们将为您办理所选的水电气过户，可凭窗口给您的链接查看进度。',
    en: 'Linked transfer {reference} was accepted. Once the register entry is made, the accounts you chose will move; follow it by the link you were given.',
  },
  'transfer.arrears': {
    params: ['reference', 'kind'],
    zh: '【联动过户】{reference} 的{kind}账户有费用待结清，请先向供应单位缴清。不影响不动产登记。',
    en: 'Linked transfer {reference}: the {kind} account has an open bill. Please settle it with the utility. Your registration is not affected.',
  },
  'transfer.entered': {
    params: ['reference'],
    zh: '【联动过户】{reference} 已登簿，正在通知供应单位办理过户。',
    en: 'Linked transfer {reference}: the register entry is made; the utilities are being told.',
  },
  'transfer.leg_completed': {
    params: ['reference', 'kind'],
    zh: '【联动过户】{reference} 的{kind}过户已办理成功。',
    en: 'Linked transfer {reference}: the {kind} account is now yours.',
  },
  'transfer.leg_rejected': {
    params: ['reference', 'kind'],
    zh: '【联动过户】{reference} 的{kind}过户未能办理，请联系登记中心或供应单位。',
    en: 'Linked transfer {reference}: the {kind} account could not be moved. Please ask the registry or the utility.',
  },
  'transfer.completed': {
    params: ['reference'],
    zh: '【联动过户】{reference} 的水电气过户已全部办结。',
    en: 'Linked transfer {reference}: all accounts have moved.',
  },
  'transfer.cancelled': {
    params: ['reference'],
    zh: '【联动过户】{reference} 已撤销，账户保持不变。',
    en: 'Linked transfer {reference} was called off; the accounts stay as they were.',
  },
} as const satisfies Record<string, Template>
export type TemplateName = keyof typeof templates
export type TemplateParams<Name extends TemplateName> = Record<(typeof templates)[Name]['params'][number], string>

/** Words for codes that stand in parameters. A code without a word is shown as it is. */
export const words: Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>> = {
  zh: {
    water: '用水',
    power: '用电',
    gas: '燃气',
    heat: '供热',
    cable: '有线电视',
    telecom: '通信',
    hearing: '听证',
    bidding: '招标',
    inspection: '检验',
    testing: '检测',
    quarantine: '检疫',
    appraisal: '鉴定',
    expert_review: '专家评审',
    heavy_pollution: '重污染天气',
    storm: '暴雨',
    blue: '蓝色',
    yellow: '黄色',
    orange: '橙色',
    red: '红色',
  },
  en: {
    water: 'water',
    power: 'power',
    gas: 'gas',
    heat: 'heating',
    cable: 'cable',
    telecom: 'telecom',
    expert_review: 'expert review',
    heavy_pollution: 'heavy-pollution',
  },
}
