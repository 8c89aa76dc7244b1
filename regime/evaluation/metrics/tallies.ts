import { awardLevels, contestLists, honourKinds, institutionLevels, titleTiers } from '../facts.ts'
import { awards, awardsReasons } from '../lists/awards.ts'
import { contest, contestReasons } from '../lists/contest.ts'
import { financing, financingReasons } from '../lists/financing.ts'
import { incidents, incidentsReasons } from '../lists/incidents.ts'
import { institutionNames, institutions, institutionsReasons } from '../lists/institutions.ts'
import type { ListFamily, Reason } from '../lists/list.ts'
import { qualityMeasureReasons, qualityMeasures } from '../lists/quality-measures.ts'
import { rights, rightsReasons } from '../lists/rights.ts'
import { honourNames, honours, honoursReasons, titleNames, titles, titlesReasons } from '../lists/valid.ts'
import type { Addition, TallyMetric, Unit } from '../metric.ts'
import { readDecimal } from '../reading-numbers.ts'
import type { Cited } from '../terms.ts'
import {
  asOneOf,
  asSomeOf,
  asTrue,
  asWhole,
  BindingProblem,
  demand,
  type MetricDefinition,
  readWhere,
} from './definition.ts'

const columnName = (id: string, reasons: readonly Reason[]): string =>
  `${id}_${reasons.map((reason) => reason.id).join('_')}`.replace(/[^a-zA-Z0-9]+/g, '_').toLowerCase()

const tally = (
  id: string,
  name: string,
  unit: Unit,
  family: ListFamily,
  reasons: readonly Reason[],
  terms: readonly (Cited | undefined)[] = [],
  addition?: Addition,
): TallyMetric => ({
  ...(addition ? { addition } : {}),
  kind: 'tally',
  key: `${id}:${reasons.map((reason) => reason.id).join(',')}`,
  name,
  unit,
  family,
  reasons,
  notes: [...new Set(terms.flatMap((term) => term?.uncertain ?? []))].map((text) => ({
    kind: 'uncertain' as const,
    text,
  })),
  column: columnName(id.replace(/-/g, '_'), reasons),
})

/** 知识产权 that count, by class, value, origin and use. */
export const rightsCount: MetricDefinition = {
  id: 'rights',
  takes: ['where'],
  bind: ({ where }, terms) => {
    const asked = readWhere(where, {
      class: asOneOf(['one', 'two']),
      'high-value': asTrue,
      'self-developed': asTrue,
      'in-use': asTrue,
    })
    if (asked.class === undefined) throw new BindingProblem('where.class 必填：one 或 two')
    const reasons = rightsReasons(
      {
        class: asked.class,
        highValue: asked['high-value'] === true,
        selfDeveloped: asked['self-developed'] === true,
        inUse: asked['in-use'] === true,
      },
      demand(terms.rights, 'rights'),
    )
    if (!reasons) throw new BindingProblem('本文件的 terms.yaml 没有规定Ⅱ类或高价值知识产权')
    const words = [
      asked['in-use'] ? '已实际应用并产生经济效益的' : '',
      asked['self-developed'] ? '自主研发的' : '',
      asked.class === 'one' ? 'Ⅰ类' : 'Ⅱ类',
      asked['high-value'] ? '高价值' : '',
      '知识产权',
    ]
    const resting = [terms.rights, terms.rights?.classOne, asked['high-value'] ? terms.rights?.highValue : undefined]
    return tally('rights', `与主导产品相关的${words.join('')}`, '项', rights, reasons, resting, {
      words: `取得${words.join('')}`,
      entry: ({ facts }) => ({
        kind: asked.class === 'one' ? 'invention-patent' : 'software-copyright',
        grantedOn: facts.asOf,
        inForce: true,
        selfDeveloped: asked['self-developed'] === true,
        relatedToMainProduct: true,
        transferredInOn: null,
        ownerRank: 1,
        inUseWithBenefit: true,
        overseasFamily: [],
        overseasIncome: false,
        highValuePledge: false,
        awarded: asked['high-value'] === true,
      }),
    })
  },
}

/** 科技奖励 within the window, by level and rank. */
export const awardsCount: MetricDefinition = {
  id: 'science-awards',
  takes: ['where'],
  bind: ({ where }, terms) => {
    const asked = readWhere(where, { level: asSomeOf(awardLevels), rank: asWhole })
    const levels = asked.level ?? awardLevels
    const reasons = awardsReasons(
      asked.rank === undefined ? { levels } : { levels, rank: asked.rank },
      demand(terms.awards, 'awards'),
    )
    return tally('science-awards', '近三年获得的科技奖励', '项', awards, reasons, [terms.awards], {
      words: `获得${levels.includes('provincial') ? '省级以上' : '国家级'}科技奖励${asked.rank === undefined ? '' : `，排名前 ${asked.rank}`}`,
      entry: ({ facts }) => ({ level: levels.at(-1), on: facts.asOf, rank: asked.rank ?? 1 }),
    })
  },
}

/** 有效期内的荣誉. */
export const honoursCount: MetricDefinition = {
  id: 'honours',
  takes: ['where'],
  bind: ({ where }) => {
    const { kind = honourKinds } = readWhere(where, { kind: asSomeOf(honourKinds) })
    return tally('honours', '有效期内的荣誉', '项', honours, honoursReasons(kind), [], {
      words: `取得${honourNames[kind[0] ?? 'high-tech-enterprise']}${kind.length > 1 ? '等所列荣誉' : ''}`,
      entry: ({ facts }) => ({ kind: kind[0], validFrom: facts.asOf, validTo: facts.asOf }),
    })
  },
}

/** 有效期内的称号. */
export const titlesCount: MetricDefinition = {
  id: 'titles',
  takes: ['where'],
  bind: ({ where }) => {
    const { tier = titleTiers } = readWhere(where, { tier: asSomeOf(titleTiers) })
    return tally('titles', '有效期内的称号', '项', titles, titlesReasons(tier), [], {
      words: `取得有效的${tier.map((one) => titleNames[one]).join('或')}称号`,
      entry: ({ facts }) => ({ tier: tier[0], validFrom: facts.asOf, validTo: facts.asOf }),
    })
  },
}

/** 研发机构, by level and recognition. */
export const institutionsCount: MetricDefinition = {
  id: 'research-institutions',
  takes: ['where'],
  bind: ({ where }) => {
    const asked = readWhere(where, { level: asSomeOf(institutionLevels), recognised: asTrue })
    const reasons = institutionsReasons({
      ...(asked.level ? { levels: asked.level } : {}),
      recognised: asked.recognised === true,
    })
    return tally('research-institutions', '符合要求的研发机构', '家', institutions, reasons, [], {
      words: `建立${asked.recognised ? '经认定的' : ''}${asked.level ? institutionNames[asked.level.at(-1) ?? 'national'] : ''}研发机构`,
      entry: () => ({ level: asked.level?.at(-1) ?? 'below-municipal', recognised: true }),
    })
  },
}

/** 新增股权融资总额（合格机构投资者的实缴额）of calendar years. */
export const financingSum: MetricDefinition = {
  id: 'equity-financing',
  takes: ['years'],
  bind: ({ years: [first, last] = [3, 1] }, terms) =>
    tally(
      'equity-financing',
      `近${['', '一', '两', '三'][first - last + 1] ?? first - last + 1}年新增股权融资总额`,
      '万元',
      financing,
      financingReasons(first, last, demand(terms.financing, 'financing')),
      [terms.financing],
      {
        words: `新增股权融资（合格机构投资者实缴，出让股权不超过 ${readDecimal(demand(terms.financing, 'financing').dilutionAtMost)}%）`,
        entry: ({ year }) => ({
          paidInOn: `${String(year - last).padStart(4, '0')}-12-31`,
          qualifiedInvestor: true,
          dilution: '0',
        }),
      },
    ),
}

/** “创客中国” lists, enterprise group. */
export const contestCount: MetricDefinition = {
  id: 'maker-contest',
  takes: ['where'],
  bind: ({ where }, terms) => {
    const { list } = readWhere(where, { list: asOneOf(contestLists) })
    if (list === undefined) throw new BindingProblem('where.list 必填：top500 或 top50')
    return tally(
      'maker-contest',
      '近三年进入“创客中国”大赛名单',
      '次',
      contest,
      contestReasons(list, demand(terms.contest, 'contest')),
      [terms.contest],
      {
        words: `进入“创客中国”${list === 'top50' ? '全国 50 强' : '全国 500 强'}企业组名单`,
        entry: ({ facts }) => ({ list, group: demand(terms.contest, 'contest').group, publishedOn: facts.asOf }),
      },
    )
  },
}

/** 近三年的事故和违法违规. */
export const incidentsCount: MetricDefinition = {
  id: 'incidents',
  takes: [],
  bind: (_given, terms) =>
    tally(
      'incidents',
      '近三年发生的重大事故和违法违规行为',
      '件',
      incidents,
      incidentsReasons(demand(terms.incidents, 'incidents')),
      [terms.incidents],
    ),
}

/** 质量管理水平: measures in place. */
export const qualityMeasuresCount: MetricDefinition = {
  id: 'quality-measures',
  takes: [],
  bind: () => tally('quality-measures', '质量管理水平', '项', qualityMeasures, qualityMeasureReasons),
}
