import { type LoaderFunctionArgs, redirect } from 'react-router'
import { apiOf } from '../api.ts'
import { loginAddress } from './problem.ts'

/** `/work`: the way to one's own desk, whoever one is; by the account's page while its password is somebody else's. */
export const toWork = async ({ context }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const { person } = await api.session.current()
  if (!person) return redirect(loginAddress('/work'))
  if (person.mustChangePassword) return redirect('/account')
  if (person.officer) return redirect('/office')
  return redirect(person.administrator ? '/administration' : '/enterprise')
}
