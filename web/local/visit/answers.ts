import type { Choice } from '../../components/field/ChoiceField.tsx'
import type { Answer, Note } from './note.ts'

/** The three answers as tiles. */
export const answers: readonly (Choice & { readonly value: Answer; readonly label: string })[] = [
  { value: 'true', label: '属实', tone: 'pass' },
  { value: 'differs', label: '有出入', tone: 'fail' },
  { value: 'not-found', label: '查不到', tone: 'open' },
]

export const answerOf = (answer: Answer | undefined) => answers.find(({ value }) => value === answer)

/** One line as a sentence: 有出入，实际 22 人；3 人已离职. */
export const noteText = ({ answer, found, note }: Note): string =>
  [answerOf(answer)?.label ?? '没有结论', answer === 'differs' && found && `实际 ${found}`, note]
    .filter(Boolean)
    .join('，')
