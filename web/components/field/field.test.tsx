import { describe, expect, test } from 'vitest'
import { markup } from '../markup.ts'
import { AmountField } from './AmountField.tsx'
import { CheckboxField, RadioField, yesNo } from './ChoiceField.tsx'
import { FileField } from './FileField.tsx'
import { SelectField } from './SelectField.tsx'
import { DateField, TextAreaField, TextField } from './TextField.tsx'

const common = { name: 'x', label: '研发费用', hint: '审计报告期末数', error: '请填写数字，例如 312.5' }

describe('填写项', () => {
  test.each([
    ['单行', <TextField key="a" {...common} />],
    ['多行', <TextAreaField key="a" {...common} />],
    ['日期', <DateField key="a" {...common} />],
    ['选择', <SelectField key="a" {...common} options={[{ value: '1', label: '一' }]} />],
    ['数额', <AmountField key="a" {...common} unit="万元" />],
    ['文件', <FileField key="a" {...common} />],
  ])('%s：标签、提示与错误都与控件相连', (_, field) => {
    const control = markup(field).control('研发费用')
    expect(control.description).toContain('审计报告期末数')
    expect(control.description).toContain('有误：请填写数字')
    expect(control.attributes['aria-invalid']).toBe('true')
    expect(control.attributes.name).toBe('x')
  })

  test('数额的单位随控件读出', () => {
    expect(markup(<AmountField name="x" label="营业收入" unit="万元" />).control('营业收入').description).toBe('万元')
  })

  test('单选、多选是一个问题：legend 为题，每个答案有自己的标签', () => {
    for (const field of [
      <RadioField key="a" name="x" label="是否独立法人" choices={yesNo} value="true" onChange={() => {}} />,
      <CheckboxField key="a" name="x" label="是否独立法人" choices={yesNo} values={['true']} onChange={() => {}} />,
    ]) {
      const { get, all } = markup(field)
      expect(get('legend').text).toBe('是否独立法人')
      expect(all('input')).toHaveLength(3)
      for (const { attributes } of all('input'))
        expect(all('label').filter((label) => label.attributes.for === attributes.id)).toHaveLength(1)
      expect(all('input').filter(({ attributes }) => 'checked' in attributes)).toHaveLength(1)
    }
  })

  test('“暂不清楚”是一个答案，不等于“否”', () => {
    const { all } = markup(<RadioField name="x" label="题" choices={yesNo} defaultValue="" />)
    const checked = all('input').find(({ attributes }) => 'checked' in attributes)
    expect(checked?.attributes.value).toBe('')
  })

  test('保存状态以文字说明并播报', () => {
    const { all } = markup(<TextField name="x" label="名称" saving="saved" />)
    expect(all('span').find(({ attributes }) => attributes.role === 'status')?.text).toBe('已保存')
  })
})
