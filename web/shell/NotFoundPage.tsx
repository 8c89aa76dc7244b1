import { Link } from 'react-router'
import { LinkButton } from '../components/button/Button.tsx'
import { Main } from './Main.tsx'

/** No such page; the server answers 404 with it. */
export const NotFoundPage = () => (
  <Main title="没有这个页面" narrow>
    <div className="stack">
      <p className="muted small">代码 request.not-found</p>
      <h1>没有这个页面</h1>
      <p className="lead">网址可能输错了一个字，或者内容已经移走。您可以从首页重新进入，或在网站地图里找到全部页面。</p>
      <p className="row">
        <LinkButton to="/">回到首页</LinkButton>
        <Link to="/site-map">网站地图</Link>
      </p>
    </div>
  </Main>
)
