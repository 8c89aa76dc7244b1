import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { apiOf } from '../../api.ts'
import { LinkButton } from '../../components/button/Button.tsx'
import { LadderHero } from '../../components/ladder/LadderHero.tsx'
import { Main } from '../../shell/Main.tsx'
import { Entrances } from './Entrances.tsx'
import { OpenBatches } from './OpenBatches.tsx'
import { RecentAnnouncements } from './RecentAnnouncements.tsx'
import { RunningNotices } from './RunningNotices.tsx'
import './home.css'

export const loader = async ({ context }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  return await api.home.read()
}

export type HomeData = Awaited<ReturnType<typeof loader>>

export const Component = () => {
  const data = useLoaderData<typeof loader>()
  return (
    <Main title="首页" className="home">
      <div className="home__hero">
        <div className="stack">
          <h1 className="home__title">
            <span>三级称号，一条路，</span>
            <span>每一分都有依据</span>
          </h1>
          <p className="lead">
            企业自愿申报，市级逐家实地核查，省级抽查公示。先用三分钟算一算：够不够格，差在哪里，依据哪一条。
          </p>
          <p className="row">
            <LinkButton to="/self-check">开始自测</LinkButton>
            <LinkButton tone="quiet" to="/process">
              了解申报流程
            </LinkButton>
          </p>
          <p className="muted">无需注册，数据只留在您的浏览器里。结果不代表认定结论。</p>
        </div>
        <LadderHero titles={data.titles} />
      </div>
      <Entrances running={data.runningNotices} />
      <OpenBatches batches={data.batches} today={data.today} />
      <div className="home__lists">
        <RunningNotices notices={data.notices} total={data.runningNotices} today={data.today} />
        <RecentAnnouncements announcements={data.announcements} today={data.today} />
      </div>
    </Main>
  )
}
