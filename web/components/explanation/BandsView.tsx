import type { Band } from '../../../regime/evaluation/explanation.ts'
import './explanation.css'

const words = { hit: '您在这一档', open: '还可能', missed: '' } as const

/** Every band of an indicator in the law's order: the one that applies filled, those still possible hatched. */
export const BandsView = ({ bands }: { readonly bands: readonly Band[] }) => (
  <ol className="bands" aria-label="评分档次">
    {bands.map((band) => (
      <li key={`${band.option ?? ''} ${band.label}`} className={`bands__band bands__band--${band.state}`}>
        <span className="bands__label">{band.label}</span>
        <span className="bands__points">
          {band.points}
          <span className="visually-hidden"> 分</span>
        </span>
        {words[band.state] !== '' && <span className="visually-hidden">（{words[band.state]}）</span>}
      </li>
    ))}
  </ol>
)
