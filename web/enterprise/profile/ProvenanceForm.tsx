import type { Evidence } from '../../../contract/evidence.ts'
import type { FactSource } from '../../../regime/profile/field.ts'
import { EvidenceUpload } from '../../components/evidence-upload/EvidenceUpload.tsx'
import { enterpriseEvidence } from '../../components/evidence-viewer/evidence-href.ts'
import { SelectField } from '../../components/field/SelectField.tsx'
import { DateField } from '../../components/field/TextField.tsx'
import { useEditing, usePlace } from './editing.ts'
import { HistoryList } from './HistoryList.tsx'
import { shownAt } from './profile-store.ts'
import { sourceOptions } from './provenance.ts'

/** Source, day and evidence of one place; each choice saves by itself. */
export const ProvenanceForm = ({ path, heading }: { readonly path: string; readonly heading?: string }) => {
  const { store, enterprise, person, evidence, addEvidence } = useEditing()
  const place = usePlace(path)
  const content = shownAt(place)
  const attach = (id: string): void => {
    const now = shownAt(store.get(path)).evidence
    if (id !== '' && !now.includes(id)) store.change(path, { evidence: [...now, id] })
  }
  const others = [...evidence.values()].filter(({ id }) => !content.evidence.includes(id))
  return (
    <div className="stack provenance__form">
      {heading !== undefined && <h3>{heading}</h3>}
      <div className="columns">
        <SelectField
          name={`${path}#source`}
          label="来源"
          blank="未注明"
          options={sourceOptions}
          value={content.source ?? ''}
          saving={place.saving}
          onChange={(event) =>
            store.change(path, { source: event.target.value === '' ? null : (event.target.value as FactSource) })
          }
        />
        <DateField
          name={`${path}#dated`}
          label="资料日期"
          optional
          value={content.datedOn ?? ''}
          onChange={(event) => store.change(path, { datedOn: event.target.value === '' ? null : event.target.value })}
        />
      </div>
      {others.length > 0 && (
        <SelectField
          name={`${path}#choose`}
          label="选用已上传的佐证"
          blank="选一份"
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          value=""
          onChange={(event) => attach(event.target.value)}
        />
      )}
      <EvidenceUpload
        name={`${path}#evidence`}
        label="佐证"
        owner={{ kind: 'enterprise', enterprise }}
        person={person}
        files={content.evidence.map((id) => evidence.get(id) ?? { id, name: '佐证', bytes: 0 })}
        href={(id) => enterpriseEvidence(enterprise, id)}
        onEvidence={(file: Evidence) => {
          addEvidence(file)
          attach(file.id)
        }}
        onRemove={(removed) =>
          store.change(path, { evidence: shownAt(store.get(path)).evidence.filter((id) => id !== removed) })
        }
      />
      <HistoryList path={path} />
    </div>
  )
}
