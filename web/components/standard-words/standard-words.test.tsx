import { describe, expect, test } from 'vitest'
import { standardInWords } from '../../../regime/evaluation/reading/standard-in-words.ts'
import { loadHouseEditions } from '../../../standards/load.ts'
import { markup } from '../markup.ts'
import { StandardWords } from './StandardWords.tsx'

describe('标准逐条可读（第七条、第八条）', () => {
  test.each(loadHouseEditions().map((edition) => [edition.standard.id, edition] as const))(
    '%s：每个指标、每档、每个条件、每条口径都在，且都有依据',
    (_, { standard: { definition }, documents }) => {
      const words = standardInWords(documents)
      const { text } = markup(<StandardWords standard={words} />)
      for (const { id, name, cite } of [...definition.conditions, ...(definition.score?.indicators ?? [])]) {
        expect(text).toContain(id)
        expect(text).toContain(name)
        expect(text).toContain(cite)
      }
      for (const { notes } of [...definition.conditions, ...(definition.score?.indicators ?? [])])
        for (const note of notes) expect(text).toContain(note.text)
      for (const { text: term } of words.terms) expect(text).toContain(term)
      expect(text).not.toMatch(/\[object|undefined|null/)
    },
  )

  test('同时满足、满足其一、不作要求的情形分得清', () => {
    const giant = loadHouseEditions().find(({ standard }) => standard.id === 'miit-2026-2/little-giant')
    if (!giant) throw new Error('there is no such standard')
    const { text } = markup(<StandardWords standard={standardInWords(giant.documents)} />)
    expect(text).toContain('以下条件须同时满足。')
    expect(text).toContain('占有率 10% 以上或位居国内前三名——满足其一：')
    expect(text).toContain('有下列情形之一的，不作要求：')
  })
})
