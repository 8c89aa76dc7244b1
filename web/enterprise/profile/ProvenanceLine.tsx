import { useState } from 'react'
import { factSources } from '../../../regime/profile/field.ts'
import { Button } from '../../components/button/Button.tsx'
import { Dialog } from '../../components/dialog/Dialog.tsx'
import { enterpriseEvidence } from '../../components/evidence-viewer/evidence-href.ts'
import { useEditing, usePlaces } from './editing.ts'
import { ProvenanceForm } from './ProvenanceForm.tsx'
import { provenanceAt, type ShownProvenance } from './provenance.ts'

interface Titled {
  readonly path: string
  readonly title: string
}

/** Where a figure is from, in one line: source, evidence as chips, and the way to change both. */
export const ProvenanceLine = ({ title, paths }: { readonly title: string; readonly paths: readonly Titled[] }) => {
  const places = usePlaces()
  const shown = paths.map(({ path }) => provenanceAt(places, path))
  const only = shown.length === 1 ? shown[0] : undefined
  return (
    <div className="provenance">
      {only && <Chips shown={only} />}
      <ProvenanceButton
        title={title}
        paths={paths}
        words={only && only.evidence.length === 0 && only.source === null ? '＋ 来源与佐证' : '来源与佐证'}
      />
    </div>
  )
}

const Chips = ({ shown }: { readonly shown: ShownProvenance }) => {
  const { enterprise, evidence } = useEditing()
  return (
    <>
      {shown.source !== null && (
        <span className="provenance__source">
          {shown.inherited && '同上级：'}
          {factSources[shown.source]}
        </span>
      )}
      {!shown.inherited &&
        shown.evidence.map((id) => (
          <a
            key={id}
            className="provenance__chip"
            href={enterpriseEvidence(enterprise, id)}
            target="_blank"
            rel="noreferrer"
          >
            {evidence.get(id)?.name ?? '佐证'}
          </a>
        ))}
      {shown.inherited && shown.evidence.length > 0 && (
        <span className="provenance__source">佐证 {shown.evidence.length} 份</span>
      )}
    </>
  )
}

const ProvenanceButton = ({
  title,
  paths,
  words,
}: {
  readonly title: string
  readonly paths: readonly Titled[]
  readonly words: string
}) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button tone="plain" small onClick={() => setOpen(true)} aria-label={`${title}：来源与佐证`}>
        {words}
      </Button>
      <Dialog
        open={open}
        title={`${title}：来源与佐证`}
        onClose={() => setOpen(false)}
        actions={
          <Button tone="quiet" onClick={() => setOpen(false)}>
            关闭（已自动保存）
          </Button>
        }
      >
        {paths.map((each) => (
          <ProvenanceForm key={each.path} path={each.path} {...(paths.length > 1 && { heading: each.title })} />
        ))}
      </Dialog>
    </>
  )
}
