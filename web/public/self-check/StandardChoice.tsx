import { type Offered, offered } from './standards.ts'

/** Which title to check oneself for; what was typed for one serves all. */
export const StandardChoice = ({
  chosen,
  onChoose,
}: {
  readonly chosen: Offered
  readonly onChoose: (next: Offered) => void
}) => (
  <div className="standard-choice no-print">
    <label htmlFor="standard" className="field__label">
      自测哪一级
    </label>
    <select
      id="standard"
      className="control"
      value={chosen.standard.id}
      onChange={({ target }) => {
        const next = offered.find(({ standard }) => standard.id === target.value)
        if (next) onChoose(next)
      }}
    >
      {offered.map(({ standard, name }) => (
        <option key={standard.id} value={standard.id}>
          {name}
        </option>
      ))}
    </select>
    <span className="small muted">依据：{chosen.remark}</span>
  </div>
)
