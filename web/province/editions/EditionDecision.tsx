import { useState } from 'react'
import type { EditionDetail } from '../../../contract/editions.ts'
import { ActButton } from '../../act/ActButton.tsx'
import { Card } from '../../components/card/Card.tsx'
import { DateField, TextAreaField } from '../../components/field/TextField.tsx'

/** The acts the server offers on a proposed edition; nothing where there is none. */
export const EditionDecision = ({ detail }: { readonly detail: EditionDetail }) => {
  const { edition, available, seq, earliest } = detail
  const [effectiveOn, setEffectiveOn] = useState(earliest)
  const [reasons, setReasons] = useState('')
  const params = { edition: edition.key }
  if (available.length === 0) return null
  return (
    <Card title="办理">
      <div className="row">
        {available.includes('enforce') && (
          <ActButton
            label="批准启用…"
            perform={(api, options) =>
              api.editions.enforce({ params, body: { effectiveOn: effectiveOn as never, baseSeq: seq } }, options)
            }
            confirm={{
              title: '批准启用',
              action: '批准启用',
              body: (
                <>
                  <p>
                    批准后，自下列日期起开始申报的新批次可以选用，公众即可查阅。此前拟定和开放的批次、已办结的案件不受影响。
                  </p>
                  <p>批准后不能收回；发现有误的，须另行提交更正的版本。</p>
                  <DateField
                    name="effectiveOn"
                    label="供新批次使用的起始日"
                    hint={`不早于 ${earliest}`}
                    min={earliest}
                    value={effectiveOn}
                    onChange={({ target }) => setEffectiveOn(target.value)}
                  />
                </>
              ),
            }}
          />
        )}
        {available.includes('reject') && (
          <ActButton
            label="不予批准…"
            tone="danger"
            perform={(api, options) => api.editions.reject({ params, body: { reasons, baseSeq: seq } }, options)}
            confirm={{
              title: '不予批准',
              action: '不予批准',
              body: (
                <>
                  <p>不予批准后，这一次提交即告办结，不能再批准；改正后可以重新提交。提交过的文件仍保留在记录中。</p>
                  <TextAreaField
                    name="reasons"
                    label="理由"
                    hint="告知提交人，并记入办理经过"
                    value={reasons}
                    onChange={({ target }) => setReasons(target.value)}
                  />
                </>
              ),
            }}
          />
        )}
        {available.includes('withdraw') && (
          <ActButton
            label="撤回…"
            tone="plain"
            perform={(api, options) => api.editions.withdraw({ params, body: { baseSeq: seq } }, options)}
            confirm={{
              title: '撤回提交的版本',
              action: '撤回',
              body: <p>撤回后不能再批准；改好后可以重新提交。提交过的文件仍保留在记录中。</p>,
            }}
          />
        )}
      </div>
    </Card>
  )
}
