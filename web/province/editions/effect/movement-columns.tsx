import type { EditionEffect } from '../../../../contract/effects.ts'
import { type Movement, movementOf } from '../../../../regime/evaluation/effect/matrix.ts'
import type { Column } from '../../../components/table/Table.tsx'
import { counted, signed } from './words.ts'

interface Counted {
  readonly matrix: EditionEffect['total']
}

/** The numbers of a group of firms, the same for places and for industries. */
export const movementColumns = <R extends Counted>(): readonly Column<R>[] => {
  const column = (id: string, head: string, text: (movement: Movement) => string): Column<R> => ({
    id,
    head,
    numeric: true,
    cell: ({ matrix }) => text(movementOf(matrix)),
  })
  return [
    column('firms', '企业', ({ firms }) => counted(firms)),
    column('before', '现行通过', ({ metBefore }) => counted(metBefore)),
    column('after', '新版通过', ({ metAfter }) => counted(metAfter)),
    column('change', '增减', ({ metBefore, metAfter }) => signed(metAfter - metBefore)),
    column('lost', '不再通过', ({ lost }) => counted(lost)),
    column('gained', '新通过', ({ gained }) => counted(gained)),
    column('opened', '转为待定', ({ opened }) => counted(opened)),
  ]
}
