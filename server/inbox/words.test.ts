import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stepNames } from '../../regime/procedure/steps.ts'
import { messageWords } from './words.ts'

const FALLBACK = '有新的办理情况'

test('每一种消息都有自己的话，没有一条只说“有新的办理情况”', async () => {
  const root = join(import.meta.dirname, '..')
  const topics = new Set<string>()
  for await (const file of glob('**/*.ts', { cwd: root })) {
    if (file.endsWith('.test.ts')) continue
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, topic = ''] of text.matchAll(/topic: '([^']+)'/g)) topics.add(topic)
    if (file.startsWith('enterprise/claim/') || file.startsWith('enterprise/member/'))
      for (const [, act = ''] of text.matchAll(/act: '((?:claim|member)\.[^']+)'/g)) topics.add(act)
  }
  expect(topics.size).toBeGreaterThan(10)
  const silent = new Set(['member.invite', 'member.revoke'])
  const mute = [...topics].filter(
    (topic) => !silent.has(topic) && messageWords(topic, { firms: [], name: '演示' }, 'official').text === FALLBACK,
  )
  expect(mute).toEqual([])
})

test('案件走到任何环节，企业读到申报人的说法和下一步，官员读到企业名称', () => {
  for (const step of stepNames) {
    const firm = messageWords('review.confirm', { step, name: '演示公司' }, 'applicant')
    expect(firm.text).not.toBe(FALLBACK)
    expect(firm.detail).not.toBe('')
    expect(messageWords('review.confirm', { step, name: '演示公司' }, 'official').text).toContain('演示公司')
  }
})
