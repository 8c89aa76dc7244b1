import { useState } from 'react'
import { parseFacts } from '../../../regime/evaluation/parse-facts.ts'
import type { Day } from '../../../regime/kernel/day.ts'
import type { MoneyUnit } from '../../../regime/profile/field.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button } from '../../components/button/Button.tsx'
import { Dialog } from '../../components/dialog/Dialog.tsx'
import { RadioField } from '../../components/field/ChoiceField.tsx'
import { DateField } from '../../components/field/TextField.tsx'
import { documentOf, readFactsFile } from './assess.ts'
import { exampleFacts } from './example.ts'
import { useSheetAccess } from './SheetContext.ts'
import { inOtherUnit, type Sheet, sheetFrom } from './sheet.ts'

const units = [
  { value: 'wan', label: '万元' },
  { value: 'yuan', label: '元' },
] as const

const download = (sheet: Sheet): void => {
  const address = URL.createObjectURL(
    new Blob([`${JSON.stringify(documentOf(sheet).facts, null, 2)}\n`], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = `自测数据-${sheet.asOf}.json`
  link.click()
  URL.revokeObjectURL(address)
}

/** Unit, day, example, files, clearing: what one does to the whole sheet. */
export const Toolbar = ({
  onClear,
  onReplaced,
}: {
  readonly onClear: () => void
  /** Another sheet stands where this one was: the example, a file, or nothing. */
  readonly onReplaced: () => void
}) => {
  const { sheet, change } = useSheetAccess()
  const [problem, setProblem] = useState<string>()
  const [clearing, setClearing] = useState(false)
  const empty = Object.keys(sheet.entries).length === 0
  const example = (): void => {
    const facts = exampleFacts(sheet.asOf as Day)
    parseFacts(facts)
    change(({ unit }) => inOtherUnit(sheetFrom(facts), unit))
    onReplaced()
  }
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const read = readFactsFile(await file.text())
    setProblem('problem' in read ? read.problem : undefined)
    if (!('facts' in read)) return
    change(({ unit }) => inOtherUnit(sheetFrom(read.facts), unit))
    onReplaced()
  }
  return (
    <div className="stack no-print">
      <div className="toolbar">
        <RadioField
          name="unit"
          label="金额单位"
          inline
          choices={units}
          value={sheet.unit}
          onChange={({ target }) => change((now) => inOtherUnit(now, target.value as MoneyUnit))}
        />
        <DateField
          name="as-of"
          label="按哪一天计算"
          value={sheet.asOf}
          onChange={({ target }) => target.value !== '' && change((now) => ({ ...now, asOf: target.value }))}
        />
        <div className="toolbar__files">
          <Button small tone="quiet" onClick={example}>
            载入示例
          </Button>
          <label className="button button--plain button--small toolbar__open">
            打开数据文件
            <input
              className="visually-hidden"
              type="file"
              accept=".json,application/json"
              onChange={async ({ target }) => {
                await open(target.files?.[0])
                target.value = ''
              }}
            />
          </label>
          <Button small tone="plain" onClick={() => download(sheet)}>
            导出数据文件
          </Button>
          <Button small tone="plain" onClick={() => window.print()}>
            打印
          </Button>
          {!empty && (
            <Button small tone="plain" onClick={() => setClearing(true)}>
              清空…
            </Button>
          )}
        </div>
      </div>
      {problem !== undefined && <Banner tone="fail" live title={problem} />}
      <Dialog
        open={clearing}
        title="清空已填的内容？"
        onClose={() => setClearing(false)}
        actions={
          <>
            <Button
              tone="danger"
              onClick={() => {
                onClear()
                onReplaced()
                setClearing(false)
              }}
            >
              清空
            </Button>
            <Button tone="plain" onClick={() => setClearing(false)}>
              保留
            </Button>
          </>
        }
      >
        <p>本机浏览器里保存的自测内容也会一并删除，不能恢复。需要保留的，请先导出数据文件。</p>
      </Dialog>
    </div>
  )
}
