/** One of the offices the regulation gives powers to (第五条). */
export interface Authority {
  /** Key in the system: GB/T 2260, except 航空港区, which has only a statistical code. */
  readonly code: AuthorityCode
  /** Place name for lists and tiles, e.g. 洛阳. */
  readonly place: string
  /** Full name of the office as it signs. */
  readonly office: string
}

const local = [
  ['410100', '郑州', '郑州市工业和信息化局'],
  ['410200', '开封', '开封市工业和信息化局'],
  ['410300', '洛阳', '洛阳市工业和信息化局'],
  ['410400', '平顶山', '平顶山市工业和信息化局'],
  ['410500', '安阳', '安阳市工业和信息化局'],
  ['410600', '鹤壁', '鹤壁市工业和信息化局'],
  ['410700', '新乡', '新乡市工业和信息化局'],
  ['410800', '焦作', '焦作市工业和信息化局'],
  ['410900', '濮阳', '濮阳市工业和信息化局'],
  ['411000', '许昌', '许昌市工业和信息化局'],
  ['411100', '漯河', '漯河市工业和信息化局'],
  ['411200', '三门峡', '三门峡市工业和信息化局'],
  ['411300', '南阳', '南阳市工业和信息化局'],
  ['411400', '商丘', '商丘市工业和信息化局'],
  ['411500', '信阳', '信阳市工业和信息化局'],
  ['411600', '周口', '周口市工业和信息化局'],
  ['411700', '驻马店', '驻马店市工业和信息化局'],
  ['419001', '济源', '济源示范区工业和信息化主管部门'],
  ['410173', '航空港', '郑州航空港区工业和信息化主管部门'],
] as const

/** Code of the province, 省工业和信息化厅 (第五条). */
export const PROVINCE = '410000'

export type LocalCode = (typeof local)[number][0]
export type AuthorityCode = LocalCode | typeof PROVINCE

/** The nineteen local authorities (17 省辖市, 济源示范区, 航空港区), in the order of the codes table (第五条). */
export const localAuthorities: readonly Authority[] = Object.freeze(
  local.map(([code, place, office]) => Object.freeze({ code, place, office })),
)

/** The provincial authority. */
export const province: Authority = Object.freeze({ code: PROVINCE, place: '河南', office: '河南省工业和信息化厅' })

const byCode: ReadonlyMap<string, Authority> = new Map(
  [...localAuthorities, province].map((authority) => [authority.code, authority]),
)

/** The authority with this code, or undefined. */
export const findAuthority = (code: string): Authority | undefined => byCode.get(code)

/** True for one of the nineteen local codes. */
export const isLocalCode = (code: string): code is LocalCode => code !== PROVINCE && byCode.has(code)

/** Name the office signs with; an unknown code is returned as it is. */
export const officeName = (code: string): string => byCode.get(code)?.office ?? code
