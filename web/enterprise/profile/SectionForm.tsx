import type { Section } from '../../../regime/profile/sections.ts'
import { Card } from '../../components/card/Card.tsx'
import { useEditing } from './editing.ts'
import { ListEditor } from './ListEditor.tsx'
import { PlaceField } from './PlaceField.tsx'
import { YearsTable } from './YearsTable.tsx'

/** One section of the profile: what a first application asks for first, the rest folded away below. */
export const SectionForm = ({ section }: { readonly section: Section }) => {
  const { relevance } = useEditing()
  const asked = section.fields.filter(({ path, formOnly }) => relevance.fields.has(path) || formOnly)
  const later = section.fields.filter((field) => !asked.includes(field))
  const needed = asked.filter(({ path }) => relevance.fields.has(path))
  const form = asked.filter((field) => !needed.includes(field))
  const lists = section.lists.filter(({ path }) => relevance.lists.has(path))
  const otherLists = section.lists.filter((list) => !lists.includes(list))
  return (
    <>
      {section.yearly.length > 0 && (
        <Card title={section.title}>
          <YearsTable fields={section.yearly} title={section.title} />
        </Card>
      )}
      {needed.length > 0 && (
        <Card title={section.title}>
          <Fields fields={needed} />
        </Card>
      )}
      {lists.map((list) => (
        <Card key={list.path}>
          <ListEditor list={list} />
        </Card>
      ))}
      {form.length > 0 && (
        <Card title={needed.length > 0 ? '申请书用到的其他情况' : section.title}>
          <Fields fields={form} />
        </Card>
      )}
      {later.length + otherLists.length > 0 && (
        <Card>
          <details className="profile__later" open={needed.length + lists.length + form.length === 0}>
            <summary>申报专精特新、“小巨人”时才用到（{later.length + otherLists.length} 项）</summary>
            <div className="stack">
              <Fields fields={later} />
              {otherLists.map((list) => (
                <ListEditor key={list.path} list={list} />
              ))}
            </div>
          </details>
        </Card>
      )}
    </>
  )
}

const Fields = ({ fields }: { readonly fields: Section['fields'] }) => (
  <div className="item__fields">
    {fields.map((field) => (
      <PlaceField key={field.path} field={field} path={field.path} />
    ))}
  </div>
)
