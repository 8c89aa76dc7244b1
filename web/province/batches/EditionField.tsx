import { useEffect, useState } from 'react'
import type { EditionSummary } from '../../../contract/editions.ts'
import { browserApi } from '../../api.ts'
import { Card } from '../../components/card/Card.tsx'
import { choiceOf, standingOf } from '../../components/edition-difference/edition-words.ts'
import { RadioField } from '../../components/field/ChoiceField.tsx'

/** Digests of what was chosen; left out, the edition current on the opening day and no overlay. */
export interface EditionChoice {
  readonly edition?: string
  readonly overlayEdition?: string
}

export const noChoice: EditionChoice = {}

interface Offered {
  readonly on: string
  readonly standards: readonly EditionSummary[]
  readonly overlays: readonly EditionSummary[]
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The edition a batch goes by, out of those the server offers for its opening day, the current one chosen (第八条, 第十二条). */
export const EditionField = ({
  on,
  choice,
  onChange,
}: {
  readonly on: string
  readonly choice: EditionChoice
  readonly onChange: (choice: EditionChoice) => void
}) => {
  const [offered, setOffered] = useState<Offered>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let current = true
    const ask = async () => {
      const { client } = await browserApi()
      const answer = await client.editions.offered({ query: { tier: 'innovative', on: on as never } })
      if (current) setOffered({ on, ...answer })
    }
    setFailed(false)
    if (DAY.test(on)) ask().catch(() => current && setFailed(true))
    return () => {
      current = false
    }
  }, [on])
  const ready = offered?.on === on ? offered : undefined
  const chosen = ready?.standards.find(({ digest }) => digest === choice.edition) ?? ready?.standards[0]
  const overlays = ready?.overlays.filter(({ upon }) => chosen && upon.includes(chosen.id)) ?? []
  const set = (edition: string | undefined, overlayEdition: string | undefined) =>
    onChange({ ...(edition && { edition }), ...(overlayEdition && { overlayEdition }) })
  return (
    <Card title="标准版本">
      {!ready && (
        <p className="muted" role="status">
          {failed
            ? '没有取到可选的版本；不选即用申报开始日的现行版本。'
            : '填写申报开始日后，在这里选择当日可用的版本。'}
        </p>
      )}
      {ready && ready.standards.length === 0 && <p role="status">这一天还没有可用的标准版本，请调整申报开始日。</p>}
      {ready && ready.standards.length > 0 && (
        <RadioField
          name="edition"
          label="按哪一版评价"
          hint="选定后随批次固定，不再改变"
          value={chosen?.digest ?? ''}
          choices={ready.standards.map((edition) => ({
            value: edition.digest,
            label: `${standingOf(edition)[1]}：${choiceOf(edition)}`,
          }))}
          onChange={({ target }) => set(target.value, undefined)}
        />
      )}
      {overlays.length > 0 && (
        <RadioField
          name="overlayEdition"
          label="附加条件"
          hint="由通知规定、已经批准的条件，与标准一并评价"
          value={choice.overlayEdition ?? ''}
          choices={[
            { value: '', label: '不附加' },
            ...overlays.map((edition) => ({ value: edition.digest, label: choiceOf(edition) })),
          ]}
          onChange={({ target }) => set(chosen?.digest, target.value)}
        />
      )}
    </Card>
  )
}
