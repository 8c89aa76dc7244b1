import { Form, Link } from 'react-router'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'

/** The three things people come for. The search is a real GET form: it works before scripts run. */
export const Entrances = ({ running }: { readonly running: number }) => (
  <div className="columns">
    <Card title="我想知道够不够格" level={2}>
      <p className="home__about">填十几项数字，立刻看到得分、差距和每一分的依据。</p>
      <p>
        <Link to="/self-check">去自测 →</Link>
      </p>
    </Card>
    <Card title="我想查一家企业">
      <p className="home__about">按名称或统一社会信用代码查询称号与有效期。</p>
      <Form className="search" action="/register" role="search">
        <label className="visually-hidden" htmlFor="q">
          企业名称或统一社会信用代码
        </label>
        <input className="control" id="q" name="q" maxLength={100} placeholder="企业名称 / 统一社会信用代码" />
        <Button type="submit">查询</Button>
      </Form>
    </Card>
    <Card title="我对公示有异议">
      <p className="home__about">公示期内实名提出，附佐证材料；异议人信息受保护。</p>
      <p>
        <Link to="/notices">查看公示中的名单{running > 0 && `（${running}）`} →</Link>
      </p>
    </Card>
  </div>
)
