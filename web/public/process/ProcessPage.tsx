import { Link } from 'react-router'
import { Article } from '../../components/article/Article.tsx'
import { LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { Main } from '../../shell/Main.tsx'
import { tierOneRoad } from './phase-steps.ts'
import './process.css'

const conditions = [
  '在河南省内登记注册',
  '具有独立法人资格',
  '符合中小企业划型标准',
  '未被列入经营异常名录或严重失信主体名单',
  '产品或服务不属于国家禁止、限制或淘汰类',
  '近三年没有重大安全（含网络、数据安全）、质量、环境污染事故，没有偷漏税等违法违规行为',
] as const

const duties = [
  { when: '每年 4 月 30 日前', what: '更新企业信息，逾期取消复核资格', article: '第十四条' },
  { when: '重大变化后 3 个月内', what: '更名、合并、重组、迁移等，填报重大变化情况', article: '第十五条' },
  { when: '三年期满前', what: '重新自评，审核通过的延长三年', article: '第十三条' },
] as const

const Road = () => (
  <ol className="road">
    {tierOneRoad().map((part) => (
      <li key={part.phase} className={`road__part road__part--${part.phase}`}>
        <h3>{part.label}</h3>
        <p className="row road__holders">
          {part.holders.map((holder) => (
            <Tag key={holder}>{holder}</Tag>
          ))}
        </p>
        <dl className="road__stations">
          {part.stations.map((station) => (
            <div key={station.label}>
              <dt>{station.label}</dt>
              <dd>{station.next}</dd>
            </div>
          ))}
        </dl>
      </li>
    ))}
  </ol>
)

export const Component = () => (
  <Main title="申报流程" className="process">
    <div className="stack">
      <h1>从自评到公告</h1>
      <p className="lead">
        创新型中小企业由企业自愿申报，属地主管部门逐家审核、实地核查并公示，报省备案；省工业和信息化厅抽查、公示后公告。每一步由谁办、到什么时候、结果如何，企业随时可以查看。
      </p>
      <p className="row">
        <LinkButton to="/self-check">先做自测</LinkButton>
        <LinkButton tone="quiet" to="/login">
          登录申报
        </LinkButton>
      </p>
    </div>
    <div className="with-side">
      <Card title="创新型中小企业的八个环节" aside="豫工信企业函〔2023〕131号 第九条">
        <Road />
      </Card>
      <div className="stack">
        <Card title="申报前：参评条件">
          <ul>
            {conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
          <Article>第三条</Article>
        </Card>
        <Card title="办理中：您的权利">
          <ul>
            <li>首次审核意见批准前，可以随时撤回。</li>
            <li>材料不全的，会写明理由和要补充的内容，退回补正。</li>
            <li>不予通过的，写明理由和依据的条款。</li>
            <li>经办与审批是两个人，都记录在案。</li>
            <li>公示期内任何人可实名提出异议；异议只影响被提出的企业。</li>
          </ul>
          <Article>第七条、第九条</Article>
        </Card>
        <Card title="公告后：三件事">
          <ul className="duties">
            {duties.map((duty) => (
              <li key={duty.when}>
                <b>{duty.when}</b>
                <span>{duty.what}</span>
                <Article>{duty.article}</Article>
              </li>
            ))}
          </ul>
        </Card>
        <Card title="再上一级">
          <p>
            有效期内的创新型中小企业可以申请<b>专精特新中小企业</b>认定（第十条）；有效期内的专精特新中小企业可以申请
            <b>专精特新“小巨人”企业</b>推荐，由工业和信息化部认定（第十一条）。
          </p>
          <p className="small muted">申报、审核、公示的具体日期以每批通知和公示文书载明的为准。</p>
          <p>
            <Link to="/">查看正在受理的批次</Link>
          </p>
        </Card>
      </div>
    </div>
  </Main>
)
