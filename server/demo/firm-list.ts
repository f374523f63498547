/** Invented firms: name, English name, what they dig. Any likeness to a real firm is chance; every name carries 演示 / demo. */
export interface Firm {
  zh: string
  en: string
  digs: readonly ('gas' | 'water' | 'power' | 'drainage' | 'telecom' | 'road' | 'building')[]
}

export const promoterFirms: readonly Firm[] = [
  { zh: '锦岷燃气管道建设', en: 'Jinmin Gas Pipeline Construction', digs: ['gas'] },
  { zh: '空港燃气工程', en: 'Airport City Gas Works', digs: ['gas'] },
  { zh: '岷源供水工程', en: 'Minyuan Water Supply Works', digs: ['water'] },
  { zh: '清泉水务建设', en: 'Qingquan Water Construction', digs: ['water'] },
  { zh: '蜀光电力建设', en: 'Shuguang Power Construction', digs: ['power'] },
  { zh: '川西输配电工程', en: 'Chuanxi Transmission Works', digs: ['power'] },
  { zh: '双源排水', en: 'Shuangyuan Drainage', digs: ['drainage'] },
  { zh: '净川水环境', en: 'Jingchuan Water Environment', digs: ['drainage', 'water'] },
  { zh: '联讯通信建设', en: 'Lianxun Telecom Construction', digs: ['telecom'] },
  { zh: '天府光网工程', en: 'Tianfu Fibre Works', digs: ['telecom'] },
  { zh: '双辰市政建设', en: 'Shuangchen Municipal Works', digs: ['road', 'drainage'] },
  { zh: '怡城道路养护', en: 'Yicheng Road Maintenance', digs: ['road'] },
  { zh: '南岸城市更新', en: "Nan'an Urban Renewal", digs: ['road', 'drainage', 'water'] },
  { zh: '锦和交通建设', en: 'Jinhe Transport Construction', digs: ['road'] },
  { zh: '岷怡置业', en: 'Minyi Property', digs: ['building'] },
  { zh: '锦双置业', en: 'Jinshuang Property', digs: ['building'] },
  { zh: '天林房地产开发', en: 'Tianlin Real Estate', digs: ['building'] },
  { zh: '华云城建', en: 'Huayun Urban Development', digs: ['building'] },
  { zh: '空港产业园开发', en: 'Airport Industrial Park Development', digs: ['building', 'road'] },
  { zh: '安居住房建设', en: 'Anju Housing', digs: ['building'] },
  { zh: '江畔置地', en: 'Jiangpan Land', digs: ['building'] },
  { zh: '文兴教育设施建设', en: 'Wenxing School Building', digs: ['building'] },
  { zh: '康辰医疗建设', en: 'Kangchen Hospital Building', digs: ['building'] },
  { zh: '绿岭园林建设', en: 'Lvling Landscape Construction', digs: ['road'] },
  { zh: '智行交通设施', en: 'Zhixing Traffic Equipment', digs: ['road', 'telecom'] },
]

export const contractorFirms: readonly Firm[] = [
  { zh: '川锦市政工程', en: 'Chuanjin Municipal Engineering', digs: ['road', 'drainage', 'water'] },
  { zh: '通达管道工程', en: 'Tongda Pipeline Engineering', digs: ['gas', 'water'] },
  { zh: '恒基建筑工程', en: 'Hengji Building Engineering', digs: ['building'] },
  { zh: '岷江建工', en: 'Minjiang Building', digs: ['building'] },
  { zh: '蓉建第七工程', en: 'Rongjian No. 7 Engineering', digs: ['building', 'road'] },
  { zh: '安能电力安装', en: 'Anneng Power Installation', digs: ['power'] },
  { zh: '信通线缆工程', en: 'Xintong Cable Engineering', digs: ['telecom', 'power'] },
  { zh: '鼎固路桥', en: 'Dinggu Road and Bridge', digs: ['road'] },
  { zh: '速修抢险工程', en: 'Suxiu Emergency Repair', digs: ['gas', 'water', 'power', 'drainage', 'telecom'] },
  { zh: '非开挖技术', en: 'Trenchless Technology', digs: ['gas', 'water', 'telecom'] },
  { zh: '蜀兴土石方', en: 'Shuxing Earthworks', digs: ['building', 'road'] },
  { zh: '立信管网工程', en: 'Lixin Network Engineering', digs: ['drainage', 'water', 'gas'] },
]
