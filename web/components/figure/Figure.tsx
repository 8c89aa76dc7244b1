import { Link } from 'react-router'
import './figure.css'

/** A figure that opens the list behind it. `unit` and `note` say what is counted and since when. */
export const Figure = ({
  value,
  unit,
  label,
  note,
  to,
}: {
  readonly value: number | string
  readonly unit?: string
  readonly label: string
  readonly note?: string
  readonly to?: string
}) => {
  const number = (
    <>
      {typeof value === 'number' ? value.toLocaleString('zh-CN') : value}
      {unit !== undefined && <small>{unit}</small>}
    </>
  )
  return (
    <div className="figure">
      <span className="figure__label">{label}</span>
      {to === undefined ? (
        <span className="figure__value">{number}</span>
      ) : (
        <Link className="figure__value" to={to} aria-label={`${label} ${value}${unit ?? ''}，查看名单`}>
          {number}
        </Link>
      )}
      {note !== undefined && <span className="figure__note">{note}</span>}
    </div>
  )
}
