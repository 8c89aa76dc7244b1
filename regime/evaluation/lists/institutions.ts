import type { InstitutionFacts, institutionLevels } from '../facts.ts'
import type { ListFamily, Reason } from './list.ts'
import { flagReason, kindReason } from './reasons.ts'

/** What each level is called. */
export const institutionNames = {
  national: '国家级',
  provincial: '省级',
  municipal: '市级',
  'below-municipal': '市级以下',
} as const

/** 研发机构. */
export const institutions: ListFamily = {
  id: 'rdInstitutions',
  nameOfList: '研发机构',
  path: () => '/rdInstitutions',
  read: ({ facts }) => facts.rdInstitutions,
  nameOf: ({ level }: InstitutionFacts, index) => `第 ${index + 1} 个 ${institutionNames[level]}研发机构`,
}

const recognised = flagReason<InstitutionFacts>('recognised', 'recognised', {
  met: '经认定',
  unmet: '未经认定',
  undetermined: '是否经认定未填',
})

/** What a standard may ask of institutions; without levels any counts, self-built or joint. */
export interface InstitutionsWhere {
  readonly levels?: readonly (typeof institutionLevels)[number][]
  readonly recognised?: boolean
}

export const institutionsReasons = (where: InstitutionsWhere): readonly Reason[] => {
  const reasons: Reason[] = []
  const { levels } = where
  if (levels) {
    const wanted = levels.map((level) => institutionNames[level]).join('、')
    reasons.push(
      kindReason<InstitutionFacts, 'level'>(
        `level/${levels.join('+')}`,
        'level',
        levels,
        `属${wanted}`,
        `不属${wanted}`,
      ),
    )
  }
  if (where.recognised) reasons.push(recognised)
  return reasons
}
