import { useState } from 'react'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { useAct } from '../../act/useAct.ts'
import { Button } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { TextField } from '../../components/field/TextField.tsx'

/** Who objected: shown after the officer says what for, gone with the page. Each look stands on the objection's record. */
export const Identity = ({ objection }: { readonly objection: string }) => {
  const [purpose, setPurpose] = useState('')
  const [asked, setAsked] = useState(false)
  const { act, renew, pending, problem, done } = useAct((api, options) =>
    api.objections.reveal({ params: { objection }, body: { purpose: purpose.trim() } }, options),
  )
  const short = purpose.trim().length < 4
  return (
    <Card title="异议人">
      {done ? (
        <>
          <dl className="facts">
            <div>
              <dt>姓名或单位</dt>
              <dd>{done.name}</dd>
            </div>
            <div>
              <dt>联系方式</dt>
              <dd>{done.contact}</dd>
            </div>
          </dl>
          <p className="small muted">本次查看已记录。请勿向被提出异议的企业透露。</p>
          <p>
            <Button tone="plain" onClick={renew}>
              收起
            </Button>
          </p>
        </>
      ) : (
        <>
          <p className="small muted">身份信息受保护，只在核实需要时查看；每次查看都记录查看人、时间和用途。</p>
          <TextField
            name="purpose"
            label="查看用途"
            hint="例如：请异议人补充合同原件"
            maxLength={200}
            value={purpose}
            error={asked && short ? '请写明查看用途（不少于 4 字）。' : undefined}
            onChange={({ target }) => {
              setPurpose(target.value)
              renew()
            }}
          />
          <p>
            <Button
              tone="quiet"
              pending={pending}
              onClick={() => {
                setAsked(true)
                if (!short) void act()
              }}
            >
              查看身份并记录
            </Button>
          </p>
          <ProblemBanner problem={problem} />
        </>
      )}
    </Card>
  )
}
