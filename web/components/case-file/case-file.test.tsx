import { expect, test } from 'vitest'
import { applications } from '../../../contract/applications.ts'
import { cases } from '../../../contract/cases.ts'
import { markup } from '../markup.ts'
import { CaseFileLink, enterpriseCaseFile, officeCaseFile } from './CaseFileLink.tsx'

test('B3 案卷链接与接口契约一致，作为文件保存', () => {
  expect(officeCaseFile(':case')).toBe(cases.file.path)
  expect(enterpriseCaseFile(':enterprise', ':case')).toBe(applications.file.path)
  const { get } = markup(<CaseFileLink href={officeCaseFile('a')} />)
  expect(get('a')).toMatchObject({
    text: '导出案卷（可复核）',
    attributes: { href: '/api/cases/a/file', download: '' },
  })
})
