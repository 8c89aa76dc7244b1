import { useState } from 'react'
import { Button } from '../../components/button/Button.tsx'

/** A password somebody begins with. Nobody can read it again, so it says so and can be copied. */
export const IssuedPassword = ({ login, password }: { readonly login: string; readonly password: string }) => {
  const [copied, setCopied] = useState(false)
  // Missing outside secure contexts.
  const clipboard = typeof navigator === 'undefined' ? undefined : (navigator.clipboard as Clipboard | undefined)
  const copy = async () => {
    await clipboard?.writeText(`${login}\n${password}`)
    setCopied(true)
  }
  return (
    <div className="stack stack--tight">
      <dl className="issued">
        <dt>登录账号</dt>
        <dd>{login}</dd>
        <dt>初始密码</dt>
        <dd>
          <code className="issued__password">{password}</code>
        </dd>
      </dl>
      <p>只显示这一次，请当面或用可靠的方式交给本人。本人首次登录时须改成自己的密码。</p>
      {clipboard && (
        <p className="row" role="status">
          <Button tone="quiet" small onClick={() => void copy().catch(() => {})}>
            复制
          </Button>
          {copied && <span className="small">已复制</span>}
        </p>
      )}
    </div>
  )
}
