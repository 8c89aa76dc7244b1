import { useState } from 'react'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { RadioField } from '../../components/field/ChoiceField.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { instantText } from '../../components/timeline/instant.ts'

/** The link of an invitation. The token is behind #: it reaches no server log and no other site. */
export const invitationLink = (origin: string, token: string): string => `${origin}/invitation#${token}`

/** Makes a link for one colleague; shown once. */
export const InviteForm = ({ enterprise }: { readonly enterprise: string }) => {
  const [invitee, setInvitee] = useState('')
  const [role, setRole] = useState<'owner' | 'member'>('member')
  const [missing, setMissing] = useState(false)
  const [made, setMade] = useState<{ link: string; invitee: string; expiresAt: string }>()
  const { act, pending, problem, renew } = useAct((api, options) =>
    api.members.invite({ params: { enterprise }, body: { invitee, role } }, options),
  )
  return (
    <Card title="邀请同事">
      <form
        method="post"
        className="stack"
        noValidate
        onSubmit={async (event) => {
          event.preventDefault()
          const incomplete = invitee.trim().length < 2
          setMissing(incomplete)
          if (incomplete || pending) return
          const done = await act()
          if (!done) return
          setMade({ link: invitationLink(window.location.origin, done.token), invitee, expiresAt: done.expiresAt })
          setInvitee('')
        }}
      >
        <TextField
          name="invitee"
          label="受邀人姓名"
          hint="只用来帮您记住这个链接发给了谁。"
          value={invitee}
          maxLength={50}
          error={missing && invitee.trim().length < 2 ? '请填写受邀人姓名。' : undefined}
          onChange={(event) => {
            renew()
            setInvitee(event.target.value)
          }}
        />
        <RadioField
          name="role"
          label="身份"
          inline
          value={role}
          choices={[
            { value: 'member', label: '成员' },
            { value: 'owner', label: '负责人' },
          ]}
          onChange={(event) => {
            renew()
            setRole(event.target.value === 'owner' ? 'owner' : 'member')
          }}
        />
        <p className="row">
          <Button type="submit" tone="quiet" pending={pending}>
            生成邀请链接
          </Button>
          <span className="small muted">链接用一次，第七日终了前有效；登录后打开即加入。</span>
        </p>
        <ProblemBanner problem={problem} />
      </form>
      {made && <MadeLink key={made.link} {...made} />}
    </Card>
  )
}

const MadeLink = ({
  link,
  invitee,
  expiresAt,
}: {
  readonly link: string
  readonly invitee: string
  readonly expiresAt: string
}) => {
  const [copied, setCopied] = useState(false)
  return (
    <Banner tone="pass" live title={`给${invitee}的链接已生成`}>
      <p>请通过微信、邮件等发给本人，{instantText(expiresAt)}前有效。链接只在这里显示这一次，知道链接的人都能使用。</p>
      <p className="members__link">
        <input
          className="control"
          readOnly
          aria-label="邀请链接"
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <Button
          tone="quiet"
          onClick={async () => {
            // Missing on plain-http intranet pages: then the person copies the selected text.
            await navigator.clipboard?.writeText(link)
            setCopied(navigator.clipboard !== undefined)
          }}
        >
          复制
        </Button>
      </p>
      <p className="small" role="status">
        {copied && '已复制。'}
      </p>
    </Banner>
  )
}
