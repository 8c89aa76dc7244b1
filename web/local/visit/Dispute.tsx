import { Button } from '../../components/button/Button.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import { noteText } from './answers.ts'
import type { Note } from './note.ts'

/** Both noted something different on a line: side by side, and the choice. */
export const Dispute = ({
  note,
  theirs,
  others,
  onSettle,
}: {
  readonly note: Note
  readonly theirs: Note
  readonly others: string
  readonly onSettle: (whose: 'mine' | 'theirs') => void
}) => (
  <section className="visit-dispute" aria-label="两人记录不同">
    <p>
      <Tag tone="fail">两人记录不同</Tag> 选定以前，保存在系统里的是{others}的记录。
    </p>
    <dl className="visit-dispute__sides">
      <div>
        <dt>您记的</dt>
        <dd>{noteText(note)}</dd>
        <dd>
          <Button tone="quiet" onClick={() => onSettle('mine')}>
            用我记的
          </Button>
        </dd>
      </div>
      <div>
        <dt>{others}记的</dt>
        <dd>{noteText(theirs)}</dd>
        <dd>
          <Button tone="quiet" onClick={() => onSettle('theirs')}>
            用{others}记的
          </Button>
        </dd>
      </div>
    </dl>
  </section>
)
