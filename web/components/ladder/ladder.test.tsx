import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { LadderHero } from './LadderHero.tsx'

test('三级称号由低到高，名称与第二条一致', () => {
  expect(
    markup(<LadderHero />)
      .all('b')
      .map(({ text }) => text),
  ).toEqual(['创新型中小企业', '专精特新中小企业', '专精特新“小巨人”企业'])
})
