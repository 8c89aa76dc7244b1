import { explainSize, judgeSize, missingOfSize } from '../../eligibility/size.ts'
import { demand, type MetricDefinition } from './definition.ts'

/** 符合《中小企业划型标准规定》: true while the enterprise is not 大型. */
export const smeSize: MetricDefinition = {
  id: 'within-sme-size',
  takes: [],
  bind: (_given, terms) => {
    const size = demand(terms.size, 'size')
    return {
      kind: 'judged',
      key: 'within-sme-size',
      name: '符合《中小企业划型标准规定》（不是大型企业）',
      judge: (context) => judgeSize(context, size),
      missing: (context) => missingOfSize(context, size),
      explain: (context) => explainSize(context, size),
    }
  },
}
