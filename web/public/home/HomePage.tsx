import { LinkButton } from '../../components/button/Button.tsx'
import { LadderHero } from '../../components/ladder/LadderHero.tsx'
import { Main } from '../../shell/Main.tsx'
import './home.css'

export const Component = () => (
  <Main title="首页" className="home">
    <div className="home__hero">
      <div className="stack">
        <h1 className="home__title">
          <span>三级称号，一条路，</span>
          <span>每一分都有依据</span>
        </h1>
        <p className="lead">
          企业自愿申报，市级逐家实地核查，省级抽查公示。先用三分钟算一算：离下一级还差什么，差多少，依据哪一条。
        </p>
        <p className="row">
          <LinkButton to="/self-check">开始自测</LinkButton>
          <LinkButton tone="quiet" to="/process">
            了解申报流程
          </LinkButton>
        </p>
        <p className="muted">无需注册，数据只留在您的浏览器里。结果不代表认定结论。</p>
      </div>
      <LadderHero />
    </div>
  </Main>
)
