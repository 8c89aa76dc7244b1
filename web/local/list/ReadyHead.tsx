import { Form } from 'react-router'
import type { Api } from '../../api.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button } from '../../components/button/Button.tsx'
import { SelectField } from '../../components/field/SelectField.tsx'

type Ready = Awaited<ReturnType<Api['lists']['ready']>>

/** Why the latest list of the kind came back, before another is made. */
export const SentBackBanner = ({ sentBack }: Pick<Ready, 'sentBack'>) =>
  sentBack && (
    <Banner tone="open" title={`上一份名单被退回：${sentBack.title}`}>
      {sentBack.note}
    </Banner>
  )

/** Which batch the list is of; asked only where there is more than one. */
export const BatchChoice = ({ batches, current }: { readonly batches: Ready['batches']; readonly current: string }) => {
  const [only] = batches
  if (batches.length < 2)
    return (
      <p className="small muted">
        {only?.title} · {only?.documentNumber}
      </p>
    )
  return (
    <Form method="get" className="row">
      <SelectField
        name="batch"
        label="批次"
        blank=""
        defaultValue={current}
        options={batches.map(({ id, title, firms }) => ({ value: id, label: `${title}（${firms} 家）` }))}
      />
      <Button type="submit" tone="quiet">
        换批次
      </Button>
    </Form>
  )
}
