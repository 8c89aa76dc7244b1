import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { type Unsent, unsentWords } from '../../local/visit/unsent.ts'
import type { Problem } from '../../shell/problem.ts'
import { Button } from '../button/Button.tsx'
import { Dialog } from '../dialog/Dialog.tsx'

/** Before signing out: what would be lost with this phone's copy, and the way to bring it over first. */
export const LeaveDialog = ({
  open,
  unsent,
  problem,
  onStay,
  onLeave,
}: {
  readonly open: boolean
  readonly unsent: readonly Unsent[]
  /** Why signing out did not go through; everything is still here then. */
  readonly problem: Problem | undefined
  readonly onStay: () => void
  readonly onLeave: () => void
}) => (
  <Dialog
    open={open}
    title={unsent.length > 0 ? '本机还有没上传的核查记录' : '没有退出'}
    onClose={onStay}
    actions={
      <>
        <Button onClick={onStay}>先不退出</Button>
        {unsent.length > 0 && (
          <Button tone="danger" onClick={onLeave}>
            删去并退出
          </Button>
        )}
      </>
    }
  >
    {unsent.length > 0 && (
      <>
        <p>退出时，本机保存的核查记录会一并清除。下列内容还没有上传，清除后无法找回：</p>
        <ul>
          {unsent.map((one) => (
            <li key={one.case}>
              <a href={`/office/cases/${one.case}/visit`}>{one.enterpriseName}</a>：{unsentWords(one)}
            </li>
          ))}
        </ul>
        <p>打开上面的页面并联网，会自动上传。</p>
      </>
    )}
    <ProblemBanner problem={problem} />
  </Dialog>
)
