import type { EditionFinding } from '../../../contract/editions.ts'
import { Banner } from '../../components/banner/Banner.tsx'

/** Lines shown on either side of the one a finding names. */
const AROUND = 3

const Lines = ({ text, line }: { readonly text: string; readonly line: number }) => {
  const lines = text.split('\n')
  const first = Math.max(0, line - 1 - AROUND)
  return (
    <ol className="finding__lines">
      {lines.slice(first, line + AROUND).map((content, index) => {
        const number = first + index + 1
        return (
          <li key={number} {...(number === line && { className: 'finding__marked' })}>
            <span className="finding__number">{number}</span>
            {number === line && <span className="visually-hidden">有问题的一行：</span>}
            {content || ' '}
          </li>
        )
      })}
    </ol>
  )
}

/** What the loader says of the files: file, line and sentence, each beside its lines. */
export const Findings = ({
  findings,
  files,
}: {
  readonly findings: readonly EditionFinding[]
  readonly files: readonly { readonly name: string; readonly text: string }[]
}) => (
  <Banner tone="fail" live title={`有 ${findings.length} 处问题，不能提交`}>
    {findings.map(({ file, line, sentence }) => {
      const text = files.find(({ name }) => name === file)?.text
      return (
        <div key={`${file}:${line}:${sentence}`} className="finding">
          <p>
            {file && (
              <strong>
                {file} 第 {line} 行：
              </strong>
            )}
            {sentence}
          </p>
          {text && <Lines text={text} line={line} />}
        </div>
      )
    })}
    <p className="muted small">格式有误的，先改格式；每个文件先列出第一处内容问题，改正后请再次检查。</p>
  </Banner>
)
