import type { z } from 'zod'
import type { CurrentSession } from '../../contract/session.ts'
import type { SignedIn } from './findSession.ts'
import { formToken } from './token.ts'

/** Who is signed in, as the pages are told. */
export const currentSession = (
  person: SignedIn | undefined,
  token: string | undefined,
): z.infer<typeof CurrentSession> =>
  person === undefined || token === undefined
    ? { person: null, formToken: null }
    : {
        person: {
          id: person.id,
          name: person.name,
          officer: person.authority && { authority: person.authority, roles: person.roles },
          administrator: person.office,
          demo: person.demo,
          mustChangePassword: person.mustChange,
        },
        formToken: formToken(token),
      }
