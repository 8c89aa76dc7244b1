import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { officeName } from '../../../regime/jurisdiction/authorities.ts'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
import { type Api, browserApi } from '../../api.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button, LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { instantText } from '../../components/timeline/instant.ts'
import { Main } from '../../shell/Main.tsx'
import { loginAddress, type Problem, problemOf } from '../../shell/problem.ts'
import { useShell } from '../../shell/shell-data.ts'
import { roleWords } from '../claim/claim-words.ts'

type Offer = Awaited<ReturnType<Api['members']['viewInvitation']>>

const KEPT = 'tidu-invitation'

/** The token of the link one came with; kept in the tab while one logs in, and gone from the address bar. */
const takeToken = (): string => {
  const given = window.location.hash.slice(1)
  if (given !== '') {
    sessionStorage.setItem(KEPT, given)
    window.history.replaceState(window.history.state, '', window.location.pathname)
  }
  return sessionStorage.getItem(KEPT) ?? ''
}

/** Where an invitation link leads: log in, read what it offers, accept. */
export const Component = () => {
  const person = useShell()?.person
  const [token, setToken] = useState<string>()
  useEffect(() => setToken(takeToken()), [])
  return (
    <Main title="加入企业" narrow>
      <h1>加入企业</h1>
      <noscript>
        <Banner tone="open" title="打开邀请需要启用脚本">
          <p>请在浏览器中启用脚本后刷新本页。</p>
        </Banner>
      </noscript>
      {token === '' && (
        <Banner tone="open" title="没有邀请链接">
          <p>请从邀请人发给您的完整链接打开本页。</p>
        </Banner>
      )}
      {token && !person && (
        <Card title="请先登录">
          <p>接受邀请需要您本人的账号。没有账号的，先注册个人账号，再回到这里。</p>
          <p>
            <LinkButton to={loginAddress('/invitation')} reloadDocument>
              登录或注册
            </LinkButton>
          </p>
        </Card>
      )}
      {token && person?.officer && (
        <Banner tone="fail" title="主管部门账号不能加入企业">
          <p>请退出后用个人账号登录。</p>
        </Banner>
      )}
      {token && person && !person.officer && <OfferCard token={token} />}
    </Main>
  )
}

const OfferCard = ({ token }: { readonly token: string }) => {
  const navigate = useNavigate()
  const [offer, setOffer] = useState<Offer>()
  const [unreadable, setUnreadable] = useState<Problem>()
  useEffect(() => {
    let gone = false
    const read = async () => {
      try {
        const { client } = await browserApi()
        const found = await client.members.viewInvitation({ body: { token } })
        if (!gone) setOffer(found)
      } catch (error) {
        if (!gone) setUnreadable(problemOf(error))
      }
    }
    void read()
    return () => {
      gone = true
    }
  }, [token])
  const { act, pending, problem } = useAct((api, options) => api.members.acceptInvitation({ body: { token } }, options))
  if (unreadable) return <ProblemBanner problem={unreadable} />
  if (!offer) return <p role="status">正在查看邀请…</p>
  return (
    <Card>
      <p>
        {offer.by}邀请您以<b>{roleWords[offer.role]}</b>身份加入
      </p>
      <h2>{offer.name}</h2>
      <p className="small muted">
        {offer.uscc} · 主管部门：{officeName(offer.authority)} · 邀请有效至 {instantText(offer.expiresAt)}
      </p>
      <p>加入后您可以填写企业资料、办理申报；您的姓名会记在每一处修改上。不认识邀请人的，请不要接受。</p>
      <ProblemBanner problem={problem} />
      <p>
        <Button
          pending={pending}
          onClick={async () => {
            const done = await act()
            if (!done) return
            sessionStorage.removeItem(KEPT)
            await navigate(`/enterprise/${done.enterprise}`)
          }}
        >
          {offer.accepted ? '已加入，进入企业' : '接受邀请'}
        </Button>
      </p>
    </Card>
  )
}
