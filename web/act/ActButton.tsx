import { type ReactNode, useState } from 'react'
import type { Api } from '../api.ts'
import { Button, type ButtonTone } from '../components/button/Button.tsx'
import { Dialog } from '../components/dialog/Dialog.tsx'
import { ProblemBanner } from './ProblemBanner.tsx'
import { useAct } from './useAct.ts'

/**
 * A button that performs an official act or an act of the firm. With `confirm` it asks first in a dialog (what will
 * happen, what cannot be undone, fields such as reasons); without, it acts at once. A refusal is shown where it arose.
 */
export const ActButton = <T,>({
  label,
  tone = 'primary',
  small = false,
  perform,
  onDone,
  confirm,
}: {
  /** Names the next state: 通过，报审批. With `confirm` end it with …. */
  readonly label: string
  readonly tone?: ButtonTone
  /** In the rows of a table. */
  readonly small?: boolean
  readonly perform: (api: Api, options: { key: string }) => Promise<T>
  readonly onDone?: (done: T) => void
  readonly confirm?: { readonly title: string; readonly action: string; readonly body: ReactNode }
}) => {
  const [asking, setAsking] = useState(false)
  // Made on the first press: a <dialog> in the served page would break a paragraph around the button.
  const [asked, setAsked] = useState(false)
  const { act, renew, pending, problem } = useAct(perform)
  const run = async () => {
    const done = await act()
    if (done === undefined) return
    setAsking(false)
    onDone?.(done)
  }
  if (!confirm)
    return (
      <span className="stack stack--tight">
        <Button tone={tone} small={small} pending={pending} onClick={run}>
          {label}
        </Button>
        <ProblemBanner problem={problem} />
      </span>
    )
  return (
    <>
      <Button
        tone={tone}
        small={small}
        onClick={() => {
          renew()
          setAsked(true)
          setAsking(true)
        }}
      >
        {label}
      </Button>
      {asked && (
        <Dialog
          open={asking}
          title={confirm.title}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button tone={tone === 'danger' ? 'danger' : 'primary'} pending={pending} onClick={run}>
                {confirm.action}
              </Button>
              <Button tone="plain" onClick={() => setAsking(false)}>
                先不办理
              </Button>
            </>
          }
        >
          {confirm.body}
          <ProblemBanner problem={problem} />
        </Dialog>
      )}
    </>
  )
}
