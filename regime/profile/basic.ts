import type { Field, FieldList } from './field.ts'

const field = (path: string, label: string, kind: Field['kind'], more: Partial<Field> = {}): Field =>
  Object.freeze({ path, label, kind, ...more })

const form = { formOnly: true } as const

/** 企业情况: what the licence and the public registers say, and what 第三条 asks. */
export const basicFields = Object.freeze([
  field('/about/foundedOn', '成立日期', 'day', { ...form, hint: '按营业执照填写。成立之前的年度不用填。' }),
  field('/enterprise/registeredInHenan', '在河南省内工商注册登记', 'flag'),
  field('/enterprise/independentLegalPerson', '具有独立法人资格', 'flag', { hint: '分公司、个体工商户不具有。' }),
  field('/enterprise/industry', '所属行业代码', 'industry', {
    hint: '按《国民经济行业分类》（GB/T 4754—2017）填 2 至 4 位。',
  }),
  field('/about/nicheMarket', '从事的细分市场', 'text', form),
  field('/enterprise/marketEnteredOn', '进入该细分市场的日期', 'day'),
  field('/enterprise/abnormalOperation', '被列入经营异常名录', 'flag'),
  field('/enterprise/seriousDishonesty', '被列入严重失信主体名单', 'flag'),
  field('/enterprise/prohibitedProduct', '产品（服务）属于国家禁止、限制或淘汰类', 'flag'),
  field('/about/legalRepresentative', '法定代表人', 'text', { ...form, longest: 50 }),
  field('/about/registeredCapital', '注册资本', 'money', form),
  field('/about/ownership', '企业类型', 'choice', {
    ...form,
    choices: { private: '民营', state: '国有', joint: '合资', foreign: '外资' },
  }),
  field('/about/address', '通讯地址', 'text', form),
  field('/about/contactName', '联系人', 'text', { ...form, longest: 50 }),
  field('/about/contactPhone', '联系电话', 'text', { ...form, longest: 30 }),
  field('/about/introduction', '企业简介', 'text', { ...form, longest: 2000 }),
] as const satisfies readonly Field[])

/** Each already judged major; the law counts those of the last three years (第三条). */
export const incidentList: FieldList = Object.freeze({
  path: '/enterprise/incidents',
  label: '重大事故和违法违规',
  item: '事项',
  none: '近三年没有发生',
  fields: Object.freeze([
    field('/enterprise/incidents/{item}/kind', '类型', 'choice', {
      required: true,
      choices: {
        safety: '重大安全事故',
        cyber: '重大网络安全事故',
        data: '重大数据安全事故',
        quality: '重大质量事故',
        environment: '重大环境污染事故',
        tax: '偷漏税',
        'other-violation': '其他违法违规行为',
      },
    }),
    field('/enterprise/incidents/{item}/on', '发生日期', 'day'),
    field('/enterprise/incidents/{item}/note', '情况说明', 'text', { ...form, longest: 500 }),
  ]),
})
