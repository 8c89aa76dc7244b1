import type { EditionDifference } from '../../../contract/editions.ts'
import { Article } from '../article/Article.tsx'
import { Card } from '../card/Card.tsx'
import { Tag, type TagTone } from '../tag/Tag.tsx'
import './edition-difference.css'

const directions: { readonly [D in EditionDifference['direction']]: readonly [TagTone, string] | null } = {
  stricter: ['open', '更严'],
  looser: ['pass', '更宽'],
  neutral: null,
}

const Side = ({ label, side }: { readonly label: string; readonly side: EditionDifference['before'] }) => (
  <div className="difference__side">
    <dt>{label}</dt>
    <dd>
      {side === null ? <span className="muted">（无）</span> : side.text}
      {side?.cite && <Article>{side.cite}</Article>}
    </dd>
  </div>
)

const Difference = ({ difference }: { readonly difference: EditionDifference }) => {
  const tone = directions[difference.direction]
  return (
    <li className="difference">
      <p className="difference__head">
        <strong>{difference.place}</strong>
        <span className="muted">{difference.matter}</span>
        {tone && <Tag tone={tone[0]}>{tone[1]}</Tag>}
      </p>
      <dl className="difference__sides">
        <Side label="原来" side={difference.before} />
        <Side label="现在" side={difference.after} />
      </dl>
    </li>
  )
}

/** What two editions differ in: what decides first, wording last and folded away. */
export const EditionDifferences = ({
  title,
  differences,
}: {
  readonly title: string
  readonly differences: readonly EditionDifference[]
}) => {
  const sections = [...new Set(differences.map(({ section }) => section))]
  const count = (direction: string) => differences.filter((one) => one.direction === direction).length
  const of = (section: string) => differences.filter((one) => one.section === section)
  const listed = (section: string) => (
    <ul className="differences">
      {of(section).map((one) => (
        <Difference key={one.sentence} difference={one} />
      ))}
    </ul>
  )
  return (
    <Card title={title} aside={`共 ${differences.length} 处`}>
      {differences.length === 0 ? (
        <p>没有差异。</p>
      ) : (
        <p>
          更严 {count('stricter')} 处，更宽 {count('looser')} 处，其余 {count('neutral')}{' '}
          处不因文字本身而更严或更宽。对企业的实际影响以影响测算为准。
        </p>
      )}
      {sections.map((section) =>
        section === '文字' ? (
          <details key={section} className="differences__words">
            <summary>文字和依据（{of(section).length} 处）</summary>
            {listed(section)}
          </details>
        ) : (
          <section key={section} aria-label={section} className="differences__section">
            <h3>{section}</h3>
            {listed(section)}
          </section>
        ),
      )}
    </Card>
  )
}
