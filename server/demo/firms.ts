import type { LocalCode } from '../../regime/jurisdiction/authorities.ts'
import { findAuthority } from '../../regime/jurisdiction/authorities.ts'
import { type Dice, diceOf } from './dice.ts'
import { demoUscc } from './uscc.ts'

/** An invented firm: what it is, and the facts of its profile in the contract's form. */
export interface DemoFirm {
  readonly index: number
  readonly authority: LocalCode
  readonly name: string
  readonly uscc: string
  readonly facts: Readonly<Record<string, unknown>>
  /** Form fields no standard asks for. */
  readonly about: Readonly<Record<string, string>>
}

/** The four authorities whose officers the demo has, with how many firms each. */
export const demoPlaces: readonly (readonly [LocalCode, number])[] = [
  ['410300', 26],
  ['410100', 16],
  ['411300', 10],
  ['410173', 8],
]

const trades = [
  ['精密传动', '齿轮箱', '3453'],
  ['智能装备', '数控转台', '3421'],
  ['轴承科技', '特种轴承', '3451'],
  ['新材料', '耐磨陶瓷衬板', '3073'],
  ['电子', '车载传感器', '3983'],
  ['生物科技', '动物疫苗佐剂', '2750'],
  ['软件', '工业检测软件', '6513'],
  ['环保设备', '烟气在线监测仪', '3591'],
  ['食品机械', '速冻隧道', '3531'],
  ['光电', '红外镜头', '4040'],
] as const

const words = [
  '云梯',
  '青石',
  '白塔',
  '虹桥',
  '朝阳',
  '九皋',
  '望岳',
  '伊水',
  '鼎新',
  '砺行',
  '金谷',
  '星汉',
  '长风',
  '知行',
  '沃野',
]

/** The firm whose name is as long as names get: pages must bear it. */
const LONG_NAME = '洛阳演示云梯高端精密传动与智能成套装备技术研究开发（集团）股份有限责任公司'

/** Firms that fall short; they stand where a firm that falls short may stand (server/demo/seed.ts). */
const weak = new Set([3, 23, 26, 42, 59])

const wan = (fen: number): string => {
  const whole = Math.floor(fen / 1_000_000)
  const rest = String(fen % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return rest === '' ? String(whole) : `${whole}.${rest}`
}

const yearsOf = (dice: Dice, strong: boolean) => {
  let revenue = dice.whole(900, 9000) * 1_000_000 + dice.whole(0, 99) * 10_000
  const growth = strong ? [106, 124] : [92, 112]
  let employees = dice.whole(25, 240)
  const main = dice.whole(strong ? 74 : 52, 95)
  return [2023, 2024, 2025].map((year) => {
    revenue = Math.floor((revenue * dice.whole(growth[0] as number, growth[1] as number)) / 100)
    const assets = Math.floor((revenue * dice.whole(90, 160)) / 100)
    employees += dice.whole(-2, 9)
    return {
      year,
      basis: 'single',
      revenue: wan(revenue),
      mainRevenue: wan(Math.floor((revenue * (main + dice.whole(0, 1))) / 100)),
      netProfit: wan(Math.floor((revenue * dice.whole(2, 12)) / 100)),
      totalAssets: wan(assets),
      totalLiabilities: wan(Math.floor((assets * dice.whole(strong ? 25 : 45, strong ? 58 : 80)) / 100)),
      rdExpense: wan(Math.floor((revenue * dice.whole(strong ? 30 : 8, strong ? 75 : 45)) / 1000)),
      employees,
      rdStaff: Math.floor((employees * dice.whole(8, 28)) / 100),
    }
  })
}

const rightsOf = (dice: Dice, strong: boolean) => {
  const right = (kind: string, selfDeveloped: boolean) => ({
    kind,
    grantedOn: `${dice.whole(2013, 2024)}-${String(dice.whole(1, 12)).padStart(2, '0')}-${String(dice.whole(1, 28)).padStart(2, '0')}`,
    inForce: true,
    selfDeveloped,
    relatedToMainProduct: true,
    transferredInOn: null,
    ownerRank: 1,
    inUseWithBenefit: true,
    overseasFamily: [],
    overseasIncome: false,
    awarded: false,
  })
  const inventions = Array.from({ length: strong ? dice.whole(1, 3) : dice.whole(0, 1) }, () =>
    right('invention-patent', dice.chance(0.8)),
  )
  return [...inventions, ...Array.from({ length: dice.whole(1, 4) }, () => right('utility-model', true))]
}

const firmOf = (index: number, authority: LocalCode): DemoFirm => {
  const dice = diceOf(20260901 + index)
  const place = findAuthority(authority)?.place ?? ''
  const [trade, product, industry] = dice.pick(trades)
  const strong = !weak.has(index)
  const name = index === 0 ? LONG_NAME : `${place}演示${words[index % words.length]}${trade}有限公司`
  return {
    index,
    authority,
    name,
    uscc: demoUscc(authority, index + 1),
    facts: {
      enterprise: {
        registeredInHenan: true,
        independentLegalPerson: true,
        industry,
        marketEnteredOn: `${dice.whole(2008, 2021)}-03-01`,
        abnormalOperation: false,
        seriousDishonesty: false,
        prohibitedProduct: false,
        incidents: [],
      },
      years: yearsOf(dice, strong),
      intellectualProperty: rightsOf(dice, strong),
      scienceAwards: [],
      honours: dice.chance(0.3)
        ? [{ kind: 'high-tech-enterprise', validFrom: '2024-12-01', validTo: '2027-11-30' }]
        : [],
      rdInstitutions: dice.chance(0.4) ? [{ level: 'municipal', recognised: true }] : [],
      equityFinancing: [],
      makerContest: [],
      product: { strategicEmerging: strong || dice.chance(0.4), chainRole: 'none' },
      management: { qualitySystemCertified: dice.chance(0.7), ownBrand: true },
    },
    about: {
      foundedOn: `${dice.whole(2003, 2019)}-06-18`,
      nicheMarket: product,
      mainProduct: product,
      legalRepresentative: `演示法人${index + 1}`,
      address: `${place}演示路 ${dice.whole(1, 99)} 号（虚构地址）`,
      contactName: `演示联系人${index + 1}`,
      contactPhone: '0000-0000000',
      introduction: '本企业为演示数据，名称、数字和人员均为虚构。',
    },
  }
}

/** The sixty invented firms, the same every time. */
export const demoFirms: readonly DemoFirm[] = demoPlaces.flatMap(([authority, count], place) => {
  const before = demoPlaces.slice(0, place).reduce((sum, [, number]) => sum + number, 0)
  return Array.from({ length: count }, (_, index) => firmOf(before + index, authority))
})
