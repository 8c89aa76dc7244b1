import { expect, test } from 'vitest'
import { containing, searchForm } from './searchForm.ts'

test('全角半角、大小写、空格不作区分，通配符只表示它自己', () => {
  expect(searchForm('河南（郑州）ＡＢＣ  有限 公司')).toBe('河南(郑州)abc有限公司')
  expect(containing('100%_\\')).toBe('%100\\%\\_\\\\%')
})
