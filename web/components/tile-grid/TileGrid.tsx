import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type LocalCode, localAuthorities } from '../../../regime/jurisdiction/authorities.ts'
import { classes } from '../classes.ts'
import './tile-grid.css'

/** What a jurisdiction's tile shows: the figure, how deep its colour is, and the list behind it. */
export interface TileValue {
  readonly value: ReactNode
  readonly unit?: string
  /** 0 (least) to 4 (most); undefined where there is nothing to compare. */
  readonly level?: 0 | 1 | 2 | 3 | 4
  readonly to?: string
}

/** The level of a number among five equal steps up to `most`. */
export const levelOf = (value: number, most: number): 0 | 1 | 2 | 3 | 4 =>
  most <= 0 ? 0 : (Math.min(4, Math.max(0, Math.floor((value / most) * 5))) as 0 | 1 | 2 | 3 | 4)

/** The nineteen jurisdictions, each where it lies in the province: a grid of equal tiles, not a map. */
export const TileGrid = ({
  label,
  values,
}: {
  /** What is shown and how to read the colours. */
  readonly label: string
  readonly values: Readonly<Partial<Record<LocalCode, TileValue>>>
}) => (
  <ul className="tile-grid" aria-label={label}>
    {localAuthorities.map(({ code, place }) => {
      const tile = values[code as LocalCode]
      const inside = (
        <>
          <span className="tile__place">{place}</span>
          <span className="tile__value">
            {tile ? tile.value : '—'}
            {tile?.unit !== undefined && <small>{tile.unit}</small>}
          </span>
        </>
      )
      return (
        <li
          key={code}
          className={classes('tile', `tile--${code}`, tile?.level !== undefined && `tile--level-${tile.level}`)}
        >
          {tile?.to === undefined ? <span>{inside}</span> : <Link to={tile.to}>{inside}</Link>}
        </li>
      )
    })}
  </ul>
)
