import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from 'react-router'
import type { PublicNotice } from '../../../contract/notices.ts'
import type { AuthorityCode } from '../../../regime/jurisdiction/authorities.ts'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Banner } from '../../components/banner/Banner.tsx'
import { Card } from '../../components/card/Card.tsx'
import { dayText } from '../../components/deadline/Deadline.tsx'
import { Main } from '../../shell/Main.tsx'
import { FirmList, firmsAsked } from './FirmList.tsx'
import { PeriodTag } from './NoticeItem.tsx'
import { afterWords, lengthWords, noticePath, openingWords, periodWords } from './words.ts'
import './notices.css'

/** One notice as everybody reads it, now and after its end; printable. */
export const loader = async ({ context, params, request }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const address = { authority: (params.authority ?? '') as AuthorityCode, notice: params.notice ?? '' }
  const [{ notice, ...firms }, { today }] = await Promise.all([
    api.notices.get({ params: address, query: firmsAsked(request) }),
    api.clock.read(),
  ])
  return { notice, firms, today }
}

const Contact = ({ notice: { office, contact } }: { readonly notice: PublicNotice }) => (
  <Card title="联系方式">
    <dl className="facts">
      <div>
        <dt>受理机关</dt>
        <dd>{office}</dd>
      </div>
      <div>
        <dt>联系电话</dt>
        <dd>
          <a href={`tel:${contact.phone.replace(/\s/g, '')}`}>{contact.phone}</a>
        </dd>
      </div>
      {contact.email && (
        <div>
          <dt>电子邮箱</dt>
          <dd>
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </dd>
        </div>
      )}
      {contact.address && (
        <div>
          <dt>通讯地址</dt>
          <dd>{contact.address}</dd>
        </div>
      )}
    </dl>
  </Card>
)

const HowToObject = ({ notice }: { readonly notice: PublicNotice }) => (
  <Card title="对名单有异议">
    {notice.state === 'running' ? (
      <p>
        请在 <b>{dayText(notice.to)}</b> 前（含当日）在名单中找到该企业，点“提出异议”；也可以按联系方式书面提出。
      </p>
    ) : (
      <p>
        {notice.state === 'ahead'
          ? `公示从 ${dayText(notice.from)}开始，开始后可以提出异议。`
          : '公示期已满，不再受理公示异议。发现企业弄虚作假的，仍可以向主管部门实名举报。'}
      </p>
    )}
    <ul>
      <li>写明真实姓名或单位名称、电话或电子邮箱。</li>
      <li>写明事实和理由，附佐证材料。</li>
      <li>身份信息只供受理机关核实时使用，每次查看都有记录。</li>
    </ul>
    <p className="no-print">
      <Link to="/lookup">凭回执编号查询处理结果</Link>
    </p>
    <Article>第十七条</Article>
  </Card>
)

export const Component = () => {
  const { notice, firms, today } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <Main title={notice.title}>
      <p className="small no-print">
        <Link to="/notices">公示公告</Link>
      </p>
      <article className="document">
        <header className="document__head">
          <p className="document__office">{notice.office}</p>
          <h1>{notice.title}</h1>
          <p className="document__meta">
            <span>{dayText(notice.publishedOn)}发布</span>
            <span>{notice.batchTitle}</span>
          </p>
        </header>
        <p className="document__text">
          {openingWords(notice)}
          {afterWords(notice)}
        </p>
        <p className="document__period">
          <span className="document__days">{periodWords(notice)}</span>
          <span>{lengthWords(notice)}</span>
          <span className="no-print">
            <PeriodTag notice={notice} today={today} />
          </span>
        </p>
        {notice.provisional && (
          <Banner tone="open" title="截止日期为暂定">
            计算截止日时，当年的放假安排尚未公布。受理机关如改动日期，将另行公示。
          </Banner>
        )}
        <Article>第九条</Article>
      </article>
      <div className="with-side with-side--notice">
        <FirmList
          title="公示名单"
          total={notice.firms}
          firms={firms}
          search={search}
          places={notice.level === 'province'}
          objectTo={
            notice.state === 'running' ? (firm) => `${noticePath(notice)}/objection?entry=${firm.id}` : undefined
          }
        />
        <div className="stack">
          <HowToObject notice={notice} />
          <Contact notice={notice} />
        </div>
      </div>
    </Main>
  )
}
