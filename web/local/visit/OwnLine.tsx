import { useState } from 'react'
import { Button } from '../../components/button/Button.tsx'
import { Dialog } from '../../components/dialog/Dialog.tsx'
import { TextField } from '../../components/field/TextField.tsx'

/** Adds a line of the verifiers' own: what the checklist does not ask and the factory shows. */
export const OwnLine = ({ onAdd }: { readonly onAdd: (title: string) => void }) => {
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = title.trim().length < 2
  const close = () => {
    setOpen(false)
    setAsked(false)
    setTitle('')
  }
  const add = () => {
    setAsked(true)
    if (missing) return
    onAdd(title.trim())
    close()
  }
  return (
    <div className="visit-own">
      <Button tone="quiet" onClick={() => setOpen(true)}>
        增加一项…
      </Button>
      <Dialog
        open={open}
        title="增加核查事项"
        onClose={close}
        actions={
          <>
            <Button onClick={add}>增加</Button>
            <Button tone="quiet" onClick={close}>
              取消
            </Button>
          </>
        }
      >
        <TextField
          name="own-title"
          label="核查什么"
          hint="清单里没有、现场需要记录的，例如“另有一处仓库”。"
          maxLength={60}
          value={title}
          error={asked && missing ? '请写明核查事项。' : undefined}
          onChange={({ target }) => setTitle(target.value)}
        />
      </Dialog>
    </div>
  )
}
