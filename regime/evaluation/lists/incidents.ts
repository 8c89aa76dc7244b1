import { anniversary, readStamp, stampOf } from '../anniversary.ts'
import type { Context } from '../context.ts'
import type { IncidentFacts, incidentKinds } from '../facts.ts'
import type { IncidentTerms } from '../terms.ts'
import type { ListFamily, Reason } from './list.ts'

const incidentNames: { readonly [K in (typeof incidentKinds)[number]]: string } = {
  safety: '重大安全事故',
  cyber: '重大网络安全事故',
  data: '重大数据安全事故',
  quality: '重大质量事故',
  environment: '重大环境污染事故',
  tax: '偷漏税',
  'other-violation': '其他违法违规',
}

/** 事故和违法违规, each already judged major by the authority in charge. */
export const incidents: ListFamily = {
  id: 'incidents',
  nameOfList: '事故和违法违规记录',
  path: ({ facts }) => (facts.enterprise === null ? '/enterprise' : '/enterprise/incidents'),
  read: ({ facts }) => facts.enterprise?.incidents ?? null,
  nameOf: ({ kind, on }: IncidentFacts, index) =>
    `第 ${index + 1} 起 ${incidentNames[kind]}${on === null ? '' : `（${on}）`}`,
}

/** 近三年: later than asOf minus three years, and not after asOf. */
export const incidentsReasons = ({ years }: IncidentTerms): readonly Reason[] => [
  {
    id: 'within',
    judge: ({ on }: IncidentFacts, { asOf }: Context) => {
      if (on === null) return 'undetermined'
      const stamp = stampOf(on)
      return stamp > anniversary(asOf, -years) && stamp <= asOf ? 'met' : 'unmet'
    },
    sentence: ({ on }: IncidentFacts, { asOf, facts }: Context, verdict) => {
      const span = `${readStamp(anniversary(asOf, -years))} 之后至 ${facts.asOf}`
      if (on === null) return '发生日期未填，不知是否在近三年内'
      return verdict === 'met' ? `发生在 ${span}` : `不在 ${span} 的近三年内`
    },
    missing: ({ on }: IncidentFacts) => (on === null ? ['/on'] : []),
  },
]
