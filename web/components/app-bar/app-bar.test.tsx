import { expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { AppBar } from './AppBar.tsx'

test('顶栏：导航有名称，当前页可被识别，数目随文字', () => {
  const { get, all } = markup(
    <AppBar
      home="/"
      subtitle="河南省优质中小企业梯度培育"
      items={[
        { to: '/', label: '首页', end: true },
        { to: '/local/queue', label: '待审', count: 37 },
      ]}
    />,
  )
  expect(get('nav').attributes['aria-label']).toBe('主导航')
  expect(all('a').map(({ text }) => text)).toEqual(['梯度河南省优质中小企业梯度培育', '首页', '待审 37'])
  expect(
    all('a')
      .filter(({ attributes }) => attributes['aria-current'] === 'page')
      .map(({ text }) => text),
  ).toEqual(['首页'])
})
