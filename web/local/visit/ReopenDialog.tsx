import { Button } from '../../components/button/Button.tsx'
import { Dialog } from '../../components/dialog/Dialog.tsx'

/** Before a signed sheet is changed: what that costs. */
export const ReopenDialog = ({
  open,
  onClose,
  onReopen,
}: {
  readonly open: boolean
  readonly onClose: () => void
  readonly onReopen: () => void
}) => (
  <Dialog
    open={open}
    title="修改已签字的记录"
    onClose={onClose}
    actions={
      <>
        <Button
          tone="danger"
          onClick={() => {
            onReopen()
            onClose()
          }}
        >
          修改记录
        </Button>
        <Button tone="quiet" onClick={onClose}>
          取消
        </Button>
      </>
    }
  >
    <p>一经改动，先前的签字不再有效，两名核查人员都要重新签字。</p>
  </Dialog>
)
