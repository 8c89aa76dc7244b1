import { useState } from 'react'
import { freshKey } from '../../../contract/fresh-key.ts'
import { type LocalCode, localAuthorities } from '../../../regime/jurisdiction/authorities.ts'
import type { UsccReading } from '../../../regime/profile/uscc-reading.ts'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { Scripted } from '../../act/Scripted.tsx'
import { useAct } from '../../act/useAct.ts'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { SelectField } from '../../components/field/SelectField.tsx'
import { TextField } from '../../components/field/TextField.tsx'
import { useClaim } from './use-claim.ts'

const authorities = localAuthorities.map(({ code, place, office }) => ({ value: code, label: `${place} · ${office}` }))

/**
 * Name and authority of a firm nobody has registered yet. A code that breaks the standard goes the same way, folded up:
 * it is accepted where the authority has admitted it.
 */
export const NewRegistration = ({ reading }: { readonly reading: UsccReading }) =>
  reading.problem ? (
    <Card>
      <details>
        <summary>营业执照上确实是这个代码？</summary>
        <div className="stack">
          <p>
            少数早期试点代码不符合国家标准。请持营业执照到所在地工业和信息化主管部门核验；核验登记后，在这里选择该主管部门即可继续。
          </p>
          <RegistrationForm uscc={reading.uscc} />
        </div>
      </details>
    </Card>
  ) : (
    <Card title="2. 企业名称和主管部门">
      <RegistrationForm uscc={reading.uscc} />
    </Card>
  )

const RegistrationForm = ({ uscc }: { readonly uscc: string }) => {
  const [name, setName] = useState('')
  const [authority, setAuthority] = useState('')
  const [missing, setMissing] = useState(false)
  const { open, show } = useClaim()
  const { act, pending, problem } = useAct(async (api, options) => {
    const firm = await api.enterprises.register({ body: { uscc, name, authority: authority as LocalCode } }, options)
    // The second act has a key of its own; opened twice, it is the same draft.
    return open(api, { key: freshKey() }, { authority: firm.authority as LocalCode, enterprise: firm.enterprise })
  })
  const incomplete = name.trim().length < 2 || authority === ''
  return (
    <form
      method="post"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault()
        setMissing(incomplete)
        if (incomplete || pending) return
        const claim = await act()
        if (claim) show(claim)
      }}
    >
      <Scripted>
        <TextField
          name="name"
          label="企业名称"
          hint="与营业执照完全一致。"
          value={name}
          maxLength={100}
          autoComplete="organization"
          onChange={(event) => setName(event.target.value)}
          error={missing && name.trim().length < 2 ? '请填写企业名称。' : undefined}
        />
        <SelectField
          name="authority"
          label="所在地主管部门"
          hint="按企业实际所在地选择（属地原则）。代码第 3 至 8 位是登记机关，企业迁移后不变，不作依据；航空港区企业请选“航空港”。"
          value={authority}
          options={authorities}
          onChange={(event) => setAuthority(event.target.value)}
          error={missing && authority === '' ? '请选择所在地主管部门。' : undefined}
        />
        <ProblemBanner problem={problem} />
        <p>
          <Button type="submit" pending={pending}>
            登记，下一步提交证明
          </Button>
        </p>
      </Scripted>
    </form>
  )
}
