import { useEffect, useMemo, useState } from 'react'
import {
  type LoaderFunctionArgs,
  NavLink,
  type ShouldRevalidateFunction,
  useLoaderData,
  useLocation,
  useParams,
} from 'react-router'
import type { Evidence } from '../../../contract/evidence.ts'
import type { MoneyUnit } from '../../../regime/profile/field.ts'
import { sections } from '../../../regime/profile/sections.ts'
import { Scripted } from '../../act/Scripted.tsx'
import { apiOf, browserApi } from '../../api.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { LinkButton } from '../../components/button/Button.tsx'
import { EmptyState } from '../../components/empty-state/EmptyState.tsx'
import { Main } from '../../shell/Main.tsx'
import { useShell } from '../../shell/shell-data.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { EditingContext, useEditing, useOverall, usePlaces } from './editing.ts'
import { Overview } from './Overview.tsx'
import { profileProgress } from './progress.ts'
import { SaveStatus } from './SaveStatus.tsx'
import { SectionForm } from './SectionForm.tsx'
import { tierOneRelevance } from './tier-one.ts'
import { UnitSwitch } from './UnitSwitch.tsx'
import { useProfileStore } from './use-profile-store.ts'
import { shownEntries } from './YearsTable.tsx'
import './profile.css'

/** The editor of a firm's facts. One loader and one store for all sections: going to another loses nothing unsaved. */
export const loader = async ({ context, params }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const address = { params: { enterprise: params.enterprise ?? '' } }
  const [profile, { evidence }, { today }] = await Promise.all([
    api.profile.read(address),
    api.evidence.list(address),
    api.clock.read(),
  ])
  return { profile, evidence, today }
}

/** Sections are read without the network: what is typed and not yet saved must not depend on it. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentParams, nextParams }) =>
  currentParams.enterprise !== nextParams.enterprise

export const Component = () => {
  const { profile } = useLoaderData<typeof loader>()
  // Another firm is another store.
  return <Editor key={profile.enterprise.id} />
}

const useEditor = () => {
  const { profile, evidence: known, today } = useLoaderData<typeof loader>()
  const person = useShell()?.person
  const self = useMemo(() => ({ id: person?.id ?? '', name: person?.name ?? '' }), [person?.id, person?.name])
  const store = useProfileStore(profile, self)
  const [unit, setUnit] = useState<MoneyUnit>(profile.unit)
  const [evidence, setEvidence] = useState<readonly Evidence[]>(known)
  const editing = useMemo(
    () => ({
      store,
      enterprise: profile.enterprise.id,
      person: self.id,
      unit,
      today,
      relevance: tierOneRelevance(today),
      evidence: new Map(evidence.map((each) => [each.id, each])),
      addEvidence: (added: Evidence) => setEvidence((before) => [added, ...before.filter(({ id }) => id !== added.id)]),
    }),
    [store, profile.enterprise.id, self.id, unit, today, evidence],
  )
  const prefer = async (next: MoneyUnit): Promise<void> => {
    setUnit(next)
    try {
      const { client } = await browserApi()
      await client.profile.setUnit({ params: { enterprise: profile.enterprise.id }, body: { unit: next } })
    } catch {
      // Only a preference: the page shows the chosen unit, and it is asked for again next time.
    }
  }
  return { profile, editing, prefer }
}

const Editor = () => {
  const { profile, editing, prefer } = useEditor()
  const { section: id } = useParams()
  const section = sections.find((each) => each.id === id)
  useHashTarget()
  return (
    <EditingContext value={editing}>
      <Main title={section ? section.title : '企业资料'} className="profile">
        <header className="profile__head">
          <h1>企业资料</h1>
          <Saving />
          <UnitSwitch unit={editing.unit} onChange={(unit) => void prefer(unit)} />
        </header>
        {profile.standing === 'pending' && (
          <Banner tone="open" title="认领待核实">
            <p>资料可以先填；主管部门确认后才能开始申报和提交。</p>
          </Banner>
        )}
        <div className="profile__body">
          <SectionNav enterprise={profile.enterprise.id} />
          <div className="stack">
            {id === undefined ? (
              <Overview firm={profile.enterprise} />
            ) : section ? (
              <>
                <Scripted>
                  <SectionForm key={section.id} section={section} />
                </Scripted>
                <NextSection enterprise={profile.enterprise.id} id={section.id} />
              </>
            ) : (
              <EmptyState title="没有这一部分">请从左边的目录选择。</EmptyState>
            )}
          </div>
        </div>
      </Main>
    </EditingContext>
  )
}

/** A link into a section leads to its field: focus goes there once it is on the page. */
const useHashTarget = (): void => {
  const { hash, key } = useLocation()
  useEffect(() => {
    // Every arrival counts, also a second one at the same field.
    if (hash === '' || key === '') return
    const target = document.getElementById(decodeURIComponent(hash.slice(1)))
    for (let at = target?.closest('details'); at; at = at.parentElement?.closest('details')) at.open = true
    target?.scrollIntoView({ block: 'center' })
    target?.focus({ preventScroll: true })
  }, [hash, key])
}

/** The state of saving, and the question when a colleague wrote the same place. */
const Saving = () => {
  const { conflicts } = useOverall()
  const [put, setPut] = useState<string>()
  const asked = conflicts.find((path) => path !== put)
  // Asked at once unless the person is typing somewhere else: then the line says it and waits.
  const typing = typeof document !== 'undefined' && isTypingElsewhere(asked)
  const [wanted, setWanted] = useState(false)
  return (
    <>
      <SaveStatus
        onConflict={() => {
          setPut(undefined)
          setWanted(true)
        }}
      />
      {asked !== undefined && (wanted || !typing) && (
        <ConflictDialog
          key={asked}
          path={asked}
          left={conflicts.length}
          onClose={() => {
            setPut(asked)
            setWanted(false)
          }}
        />
      )}
    </>
  )
}

const isTypingElsewhere = (path: string | undefined): boolean => {
  const active = document.activeElement
  return active instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName) && active.id !== path
}

const SectionNav = ({ enterprise }: { readonly enterprise: string }) => {
  const { today, relevance } = useEditing()
  const places = usePlaces()
  const progress = useMemo(
    () => profileProgress([...shownEntries(places).values()], today, relevance),
    [places, today, relevance],
  )
  const home = `/enterprise/${enterprise}/profile`
  return (
    <nav className="profile__nav" aria-label="资料目录">
      <NavLink to={home} end>
        <span>还差什么</span>
        {progress.missing + progress.invalid > 0 ? (
          <small>{progress.missing + progress.invalid} 项</small>
        ) : (
          <small className="profile__done">已齐</small>
        )}
      </NavLink>
      {progress.sections.map(({ id, title, missing, invalid }) => (
        <NavLink key={id} to={`${home}/${id}`}>
          <span>{title}</span>
          {invalid > 0 ? (
            <small className="profile__bad">有误 {invalid}</small>
          ) : missing > 0 ? (
            <small>差 {missing}</small>
          ) : null}
        </NavLink>
      ))}
    </nav>
  )
}

const NextSection = ({ enterprise, id }: { readonly enterprise: string; readonly id: string }) => {
  const next = sections[sections.findIndex((each) => each.id === id) + 1]
  const home = `/enterprise/${enterprise}/profile`
  return (
    <p className="row">
      {next ? (
        <LinkButton to={`${home}/${next.id}`}>下一部分：{next.title}</LinkButton>
      ) : (
        <LinkButton to={home}>看还差什么</LinkButton>
      )}
    </p>
  )
}
