import { AmountField } from '../../components/field/AmountField.tsx'
import { RadioField, yesNo } from '../../components/field/ChoiceField.tsx'
import { type Beyond, beyondProblem } from './beyond.ts'
import { useSheetAccess } from './SheetContext.ts'

const applications = [
  { value: 'new', label: '新申请' },
  { value: 'renewal', label: '复核' },
] as const

/** What the province's records say of a case and the firm states here for itself. */
export const BeyondFields = ({ questions }: { readonly questions: readonly Beyond[] }) => {
  const { sheet, change } = useSheetAccess()
  const answers = sheet.beyond ?? {}
  const answer = (id: string, value: string): void =>
    change((now) => {
      const { [id]: _old, ...others } = now.beyond ?? {}
      return { ...now, beyond: value === '' ? others : { ...others, [id]: value } }
    })
  return (
    <>
      {questions.map((question) => {
        const { id, label, kind } = question
        const value = answers[id] ?? (kind === 'application' ? 'new' : '')
        const name = `beyond-${id}`
        return kind === 'number' ? (
          <AmountField
            key={id}
            name={name}
            label={label}
            unit="分"
            value={value}
            error={beyondProblem(question, value)}
            onChange={({ target }) => answer(id, target.value)}
          />
        ) : (
          <RadioField
            key={id}
            name={name}
            label={label}
            inline
            choices={kind === 'application' ? applications : yesNo}
            value={value}
            onChange={({ target }) => answer(id, target.value)}
          />
        )
      })}
    </>
  )
}
