import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { DEMO_PASSWORD } from '../../../server/demo/people.ts'
import type { ServedFresh } from '../../served.ts'
import { type Device, introduce, type Person } from '../people.ts'

const program = join(import.meta.dirname, '../../../bin/tidu')

/** Officers of the demo who take part, by the name the story calls them. */
const officers = {
  洛阳经办: 'jingban@luoyang.yanshi.example',
  洛阳审批: 'shenpi@luoyang.yanshi.example',
  洛阳核查甲: 'hecha1@luoyang.yanshi.example',
  洛阳核查乙: 'hecha2@luoyang.yanshi.example',
  郑州经办: 'jingban@zhengzhou.yanshi.example',
  省厅经办: 'jingban@sheng.yanshi.example',
  省厅审批: 'shenpi@sheng.yanshi.example',
} as const
export type Post = keyof typeof officers

export interface Firm {
  readonly name: string
  readonly uscc: string
}

/** What the people on the road know and hand on to each other, as on slips of paper. */
export interface Papers {
  /** Receipt number of the application. */
  receipt: string
  /** Address of the case on the desk, as an officer would send it to a colleague: /office/cases/… */
  desk: string
  /** Address of the application on the firm's own pages: /enterprise/…/applications/… */
  application: string
  /** Name of the firm of the demo that shares the local notice. */
  other: string
  /** Address of the public notice. */
  notice: string
  /** Receipt number of the objection. */
  objection: string
}

/** One firm's road: who takes part and what they know. */
export interface Story {
  readonly firm: Firm
  readonly papers: Partial<Papers>
  /** Somebody by name; a new browser when they appear for the first time. */
  readonly person: (name: string, device?: Device) => Promise<Person>
  /** An officer at their post, signed in. */
  readonly officer: (post: Post, device?: Device) => Promise<Person>
  /** Runs `tidu admin …` as the system's operator would; gives what it printed. */
  readonly admin: (...args: string[]) => string
  readonly people: ReadonlyMap<string, Person>
  /** Everything that any browser noted so far. */
  readonly faults: () => readonly string[]
}

/** Everybody lives in one browser program; the server's settings are for who operates it. */
export const begin = (browser: Browser, { address, env }: Pick<ServedFresh, 'address' | 'env'>, firm: Firm): Story => {
  const people = new Map<string, Person>()
  const person = async (name: string, device?: Device): Promise<Person> => {
    const known = people.get(name)
    if (known) return known
    const newcomer = await introduce(browser, address, name, device)
    people.set(name, newcomer)
    return newcomer
  }
  const officer = async (post: Post, device?: Device): Promise<Person> => {
    const known = people.get(post)
    if (known) return known
    const newcomer = await person(post, device)
    await newcomer.logsIn(officers[post], DEMO_PASSWORD)
    return newcomer
  }
  const admin = (...args: string[]): string =>
    execFileSync(program, ['admin', ...args], { encoding: 'utf8', env: { ...process.env, ...env } })
  const faults = () => [...people.values()].flatMap((one) => one.faults())
  return { firm, papers: {}, person, officer, admin, people, faults }
}
