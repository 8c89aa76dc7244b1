import { type LoaderFunctionArgs, useRouteLoaderData } from 'react-router'
import { apiOf } from '../api.ts'

/** Loader of the root route: who is signed in, and which day the law's clock shows. Every area's bar reads it. */
export const loadShell = async ({ context }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const [session, clock] = await Promise.all([api.session.current(), api.clock.read()])
  return { ...session, clock }
}

export type ShellData = Awaited<ReturnType<typeof loadShell>>

/** Who is signed in; undefined only while the root itself failed. */
export const useShell = (): ShellData | undefined => useRouteLoaderData('root')

/** Where a person works: officers at the office, everybody else at the firm's pages. */
export const workplaceOf = (person: NonNullable<ShellData['person']>): string =>
  person.officer ? '/office' : person.administrator ? '/administration' : '/enterprise'
