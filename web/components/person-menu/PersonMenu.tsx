import { type FormEvent, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { browserApi } from '../../api.ts'
import { keptFor } from '../../device/kept.ts'
import { getLeaving } from '../../device/leaving.ts'
import type { Unsent } from '../../local/visit/unsent.ts'
import { type Problem, problemOf } from '../../shell/problem.ts'
import { type ShellData, useShell } from '../../shell/shell-data.ts'
import { LeaveDialog } from './LeaveDialog.tsx'
import './person-menu.css'

/**
 * Who is signed in, and the way out: a plain form, so that it works before scripts run. Where this browser keeps a
 * person's visits, they go with them; what no server has yet is asked about first.
 */
export const PersonMenu = ({ person }: { readonly person: NonNullable<ShellData['person']> }) => {
  const [asked, setAsked] = useState(false)
  const [unsent, setUnsent] = useState<readonly Unsent[]>([])
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    const owner = keptFor()
    if (owner !== undefined && owner !== person.id)
      void getLeaving()
        .then(({ clearForOther }) => clearForOther())
        .catch(() => {})
  }, [person.id])

  const leave = async (): Promise<void> => {
    try {
      const [{ client }, { forgetHere }] = await Promise.all([browserApi(), getLeaving()])
      await client.session.logout()
      await forgetHere(person.id).catch(() => {})
      location.assign('/')
    } catch (error) {
      setProblem(problemOf(error))
      setAsked(true)
    }
  }
  const ask = async (event: FormEvent): Promise<void> => {
    if (keptFor() === undefined) return
    event.preventDefault()
    setProblem(undefined)
    const found = await getLeaving()
      .then(({ unsentHere }) => unsentHere(person.id))
      .catch(() => [])
    setUnsent(found)
    if (found.length > 0) setAsked(true)
    else await leave()
  }
  return (
    <>
      <form className="person-menu" method="post" action="/logout" onSubmit={ask}>
        <Link to="/account">
          {person.name}
          {person.demo && '（演示）'}
        </Link>
        <input type="hidden" name="token" value={useShell()?.formToken ?? ''} />
        <button type="submit" className="button button--plain button--small">
          退出
        </button>
      </form>
      <LeaveDialog
        open={asked}
        unsent={unsent}
        problem={problem}
        onStay={() => setAsked(false)}
        onLeave={() => void leave()}
      />
    </>
  )
}
