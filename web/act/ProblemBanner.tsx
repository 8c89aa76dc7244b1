import { Article } from '../components/article/Article.tsx'
import { Banner } from '../components/banner/Banner.tsx'
import type { Problem } from '../shell/problem.ts'

/** A refused act, beside the button that tried it: what, what to do, article, code. Announced at once. */
export const ProblemBanner = ({ problem }: { readonly problem: Problem | undefined }) =>
  problem && (
    <Banner tone="fail" live title={problem.message}>
      {problem.reason && <p>{problem.reason}</p>}
      {problem.fields ? (
        <ul>
          {Object.values(problem.fields).map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      ) : (
        <p>{problem.remedy}</p>
      )}
      {problem.article && <Article>{problem.article}</Article>}
      <p className="small muted">代码 {problem.code}</p>
    </Banner>
  )
