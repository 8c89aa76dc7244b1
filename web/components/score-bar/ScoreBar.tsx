import { useId } from 'react'
import { intervalText, type Points } from './interval.ts'
import './score-bar.css'

const percent = (value: number, cap: number): string => `${(Math.min(Math.max(value, 0), cap) / cap) * 100}%`

/**
 * One dimension as a picture: certain points filled, possible ones hatched, the floor as a red line with its number.
 * Drawn in SVG with percentages, so that neither a style attribute nor a script is needed (CSP).
 */
export const ScoreBar = ({
  name,
  points,
  cap,
  floor,
}: {
  readonly name: string
  readonly points: Points
  readonly cap: number
  readonly floor?: number
}) => {
  const hatch = useId().replace(/[^\w-]/g, '')
  const open = points.max > points.min
  const floorWords =
    floor === undefined
      ? ''
      : points.min >= floor
        ? `，已过下限 ${floor}`
        : points.max < floor
          ? `，未到下限 ${floor}`
          : `，能否过下限 ${floor} 未定`
  return (
    <div className="score-bar">
      <span className="score-bar__name">{name}</span>
      <svg className="score-bar__picture" role="img" height="46" width="100%">
        <title>{`${name} ${intervalText(points)} 分，满分 ${cap} 分${floorWords}`}</title>
        <defs>
          <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="score-bar__hatch" width="4" height="8" />
          </pattern>
        </defs>
        <rect className="score-bar__track" y="20" width="100%" height="22" rx="3" />
        <rect className="score-bar__certain" y="20" width={percent(points.min, cap)} height="22" rx="3" />
        {open && (
          <rect
            className="score-bar__open"
            fill={`url(#${hatch})`}
            x={percent(points.min, cap)}
            y="20.5"
            width={percent(points.max - points.min, cap)}
            height="21"
          />
        )}
        {floor !== undefined && (
          <g className="score-bar__floor">
            <line className="score-bar__halo" x1={percent(floor, cap)} x2={percent(floor, cap)} y1="16" y2="46" />
            <line x1={percent(floor, cap)} x2={percent(floor, cap)} y1="16" y2="46" />
            <text x={percent(floor, cap)} y="12" textAnchor="middle">
              下限 {floor}
            </text>
          </g>
        )}
      </svg>
      <span className="score-bar__points" aria-hidden="true">
        {intervalText(points)} / {cap}
      </span>
    </div>
  )
}
