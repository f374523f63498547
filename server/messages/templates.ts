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
  'works.overdue': {
    params: ['reference', 'due_on'],
    zh: '【动土】{reference} 已超过批准期限（{due_on}），请立即回填或申请延期。',
    en: 'Dongtu: {reference} has gone past its permitted end ({due_on}). Backfill at once, or ask for an extension.',
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
  zh: { water: '用水', power: '用电', gas: '燃气', heat: '供热', cable: '有线电视', telecom: '通信' },
  en: { water: 'water', power: 'power', gas: 'gas', heat: 'heating', cable: 'cable', telecom: 'telecom' },
}
