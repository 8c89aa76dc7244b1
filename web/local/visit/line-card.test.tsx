import { expect, test } from 'vitest'
import { markup } from '../../components/markup.ts'
import { LineCard, type LineProps } from './LineCard.tsx'

const acts = {
  onNote: () => {},
  onPhotos: () => {},
  onRemovePhoto: () => {},
  onRetryPhoto: () => {},
  onSettle: () => {},
  onRemove: () => {},
}
const props: LineProps = {
  line: {
    item: '/enterprise/independentLegalPerson',
    title: '具有独立法人资格',
    declared: '具有独立法人资格：是，满足。',
    hint: '看营业执照和登记信息',
    carries: [
      { id: 'E2', name: '具有独立法人资格', standing: '符合' },
      { id: 'I2', name: '研发费用占比', standing: '10 分' },
    ],
    evidence: [{ id: '00000000-0000-4000-8000-000000000001', name: '营业执照.pdf' }],
  },
  number: 3,
  note: { item: '/enterprise/independentLegalPerson', photos: [] },
  photos: [],
  authority: '410300',
  theirs: undefined,
  others: '李核查',
  acts,
}

test('一项一问：题目、申报、到哪里看、关系到什么、三个答案', () => {
  const { get, all, text } = markup(<LineCard {...props} />)
  expect(get('legend').text).toBe('具有独立法人资格')
  expect(text).toContain('申报 是，满足。')
  expect(text).toContain('看营业执照和登记信息')
  expect(text).toContain('关系到：研发费用占比（10 分）')
  expect(all('label').map((label) => label.text)).toEqual(['属实', '有出入', '查不到', '拍照', '选照片'])
  expect(get('a').attributes.href).toBe('/api/evidence/410300/00000000-0000-4000-8000-000000000001')
})

test('有出入的问实际数和说明', () => {
  const { control } = markup(<LineCard {...props} note={{ ...props.note, answer: 'differs', found: '22 人' }} />)
  expect(control('实际数').attributes.value).toBe('22 人')
  expect(control('说明').tag).toBe('textarea')
})

test('两人记录不同的，并排写明，可选一方', () => {
  const { all, text } = markup(
    <LineCard
      {...props}
      note={{ ...props.note, answer: 'true' }}
      theirs={{ ...props.note, answer: 'differs', found: '22 人', note: '3 人已离职' }}
    />,
  )
  expect(text).toContain('有出入，实际 22 人，3 人已离职')
  expect(all('button').map((button) => button.text)).toContain('用李核查记的')
})

test('签字后只读：答案是文字，没有控件', () => {
  const { all, text } = markup(<LineCard {...props} acts={undefined} note={{ ...props.note, answer: 'not-found' }} />)
  expect(text).toContain('查不到')
  expect(all('input')).toEqual([])
})
