import { type MouseEvent, type ReactNode, useState } from 'react'
import type { ReceivedFile } from '../../../contract/bytes.ts'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { type Api, browserApi } from '../../api.ts'
import { type Problem, problemOf } from '../../shell/problem.ts'
import { Button } from '../button/Button.tsx'
import './paper-download.css'

const save = ({ bytes, type }: ReceivedFile, name: string): void => {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/**
 * Offers a PDF made on demand: says that it is being made, and why not when it is not. With an address of its own it
 * is a link, which works before scripts run.
 */
export const PaperDownload = ({
  name,
  fetchPaper,
  href,
  children,
}: {
  /** Of the file saved. */
  readonly name: string
  readonly fetchPaper: (api: Api) => Promise<ReceivedFile>
  readonly href?: string
  /** What it says beside the button. */
  readonly children?: ReactNode
}) => {
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const fetchAndSave = async (): Promise<void> => {
    setPending(true)
    setProblem(undefined)
    try {
      save(await fetchPaper((await browserApi()).client), name)
    } catch (error) {
      setProblem(problemOf(error))
    }
    setPending(false)
  }
  const label = '下载评价说明（PDF）'
  return (
    <div className="paper-download no-print">
      {href === undefined ? (
        <Button small tone="plain" pending={pending} onClick={() => void fetchAndSave()}>
          {label}
        </Button>
      ) : (
        <a
          className="button button--plain button--small"
          href={href}
          aria-disabled={pending || undefined}
          onClick={(event: MouseEvent) => {
            event.preventDefault()
            if (!pending) void fetchAndSave()
          }}
        >
          {label}
          {pending && <span className="button__pending">正在生成</span>}
        </a>
      )}
      {children}
      <ProblemBanner problem={problem} />
    </div>
  )
}
