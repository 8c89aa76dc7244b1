import { awardLevels, contestLists, honourKinds, institutionLevels, titleTiers } from '../facts.ts'
import { awards, awardsReasons } from '../lists/awards.ts'
import { contest, contestReasons } from '../lists/contest.ts'
import { financing, financingReasons } from '../lists/financing.ts'
import { incidents, incidentsReasons } from '../lists/incidents.ts'
import { institutions, institutionsReasons } from '../lists/institutions.ts'
import type { ListFamily, Reason } from '../lists/list.ts'
import { qualityMeasureReasons, qualityMeasures } from '../lists/quality-measures.ts'
import { rights, rightsReasons } from '../lists/rights.ts'
import { honours, honoursReasons, titles, titlesReasons } from '../lists/valid.ts'
import type { TallyMetric, Unit } from '../metric.ts'
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
): TallyMetric => ({
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
    return tally('rights', `与主导产品相关的${words.join('')}`, '项', rights, reasons, resting)
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
    return tally('science-awards', '近三年获得的科技奖励', '项', awards, reasons, [terms.awards])
  },
}

/** 有效期内的荣誉. */
export const honoursCount: MetricDefinition = {
  id: 'honours',
  takes: ['where'],
  bind: ({ where }) => {
    const { kind = honourKinds } = readWhere(where, { kind: asSomeOf(honourKinds) })
    return tally('honours', '有效期内的荣誉', '项', honours, honoursReasons(kind))
  },
}

/** 有效期内的称号. */
export const titlesCount: MetricDefinition = {
  id: 'titles',
  takes: ['where'],
  bind: ({ where }) => {
    const { tier = titleTiers } = readWhere(where, { tier: asSomeOf(titleTiers) })
    return tally('titles', '有效期内的称号', '项', titles, titlesReasons(tier))
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
    return tally('research-institutions', '研发机构', '家', institutions, reasons)
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
