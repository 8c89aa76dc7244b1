import { expect, test } from 'vitest'
import { filingDeclaration } from './declaration.ts'

test('R9.6 声明写明机关、家数、材料审核、实地核查和责任', () => {
  const words = filingDeclaration('洛阳市工业和信息化局', 96)
  for (const part of ['洛阳市工业和信息化局', '96 家', '审核', '实地核查', '真实', '责任'])
    expect(words).toContain(part)
})
