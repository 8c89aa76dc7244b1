import type { contract } from '../../contract/index.ts'
import type { Handlers } from '../http/handling.ts'
import { changePassword } from './changePassword.ts'
import { currentSession } from './currentSession.ts'
import { login } from './login.ts'
import { logout } from './logout.ts'
import { register } from './register.ts'

export const sessionHandlers: Handlers<typeof contract.session> = {
  current: async (_, { person, session }) => currentSession(person, session.token),
  login: ({ body }, context) => login(context, body),
  logout: (_, context) => logout(context),
  register: ({ body }, context) => register(context, body),
  changePassword: ({ body }, context) => changePassword(context, body),
}
