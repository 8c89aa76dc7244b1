import { Link, useLocation } from 'react-router'
import { Article } from '../components/article/Article.tsx'
import { LinkButton } from '../components/button/Button.tsx'
import { Main } from './Main.tsx'
import { loginAddress, type Problem } from './problem.ts'

/** One failure, said plainly: what, what to do, where to go, and the code to quote. */
export const ProblemView = ({ problem }: { readonly problem: Problem }) => {
  const { pathname, search } = useLocation()
  const login = problem.status === 401
  const password = problem.code === 'session.password-change-required'
  return (
    <Main title={problem.message} narrow>
      <div className="stack">
        <p className="muted small">代码 {problem.code}</p>
        <h1>{problem.message}</h1>
        <p className="lead">{problem.remedy}</p>
        {problem.article && <Article>{problem.article}</Article>}
        <p className="row">
          {password ? (
            <LinkButton to="/account">修改密码</LinkButton>
          ) : login ? (
            <LinkButton to={loginAddress(pathname + search)} reloadDocument>
              登录
            </LinkButton>
          ) : (
            <LinkButton to={pathname + search} reloadDocument>
              刷新本页
            </LinkButton>
          )}
          <LinkButton tone="quiet" to="/">
            回到首页
          </LinkButton>
          <Link to="/site-map">网站地图</Link>
        </p>
      </div>
    </Main>
  )
}
