import type { Band } from '../../../regime/evaluation/explanation.ts'
import { bandWords } from '../../../regime/evaluation/telling/words.ts'
import './explanation.css'

/** Every band of an indicator in the law's order: the one that applies filled, those still possible hatched. */
export const BandsView = ({ bands }: { readonly bands: readonly Band[] }) => (
  <ol className="bands" aria-label="评分档次">
    {bands.map(({ option, label, points, state }) => (
      <li key={`${option ?? ''} ${label}`} className={`bands__band bands__band--${state}`}>
        <span className="bands__label">{label}</span>
        <span className="bands__points">
          {points}
          <span className="visually-hidden"> 分</span>
        </span>
        {bandWords[state] !== '' && <span className="visually-hidden">（{bandWords[state]}）</span>}
      </li>
    ))}
  </ol>
)
