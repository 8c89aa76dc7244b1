import { useNavigate, useRevalidator } from 'react-router'
import { browserApi } from '../../api.ts'
import type { ShellData } from '../../shell/shell-data.ts'
import { Button } from '../button/Button.tsx'

/** Who is signed in, and the way out. */
export const PersonMenu = ({ person }: { readonly person: NonNullable<ShellData['person']> }) => {
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const leave = async () => {
    await (await browserApi()).session.logout()
    await navigate('/')
    await revalidate()
  }
  return (
    <span className="row">
      <span>
        {person.name}
        {person.demo && '（演示）'}
      </span>
      <Button small tone="plain" onClick={leave}>
        退出
      </Button>
    </span>
  )
}
