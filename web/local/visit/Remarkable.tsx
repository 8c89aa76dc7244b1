import { Card } from '../../components/card/Card.tsx'
import { noteText } from './answers.ts'
import type { PageLine } from './LineBackground.tsx'
import type { Note } from './note.ts'

/** What is not simply as declared: what the second verifier and the handler look at first. */
export const Remarkable = ({
  lines,
  noteFor,
  numbers,
}: {
  readonly lines: readonly PageLine[]
  readonly noteFor: (item: string) => Note
  readonly numbers: ReadonlyMap<string, number>
}) => {
  const some = lines.filter(({ item }) => {
    const { answer } = noteFor(item)
    return answer === 'differs' || answer === 'not-found'
  })
  if (some.length === 0) return null
  return (
    <Card title="有出入、查不到的" aside={`${some.length} 项`}>
      <ul className="visit-remarkable">
        {some.map(({ item, title }) => (
          <li key={item}>
            <a href={`#line-${numbers.get(item) ?? 1}`}>{title}</a>
            <span>{noteText(noteFor(item))}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
