/** Points as an interval: equal ends when certain. */
export interface Points {
  readonly min: number
  readonly max: number
}

/** 70–80 while open, 70 when certain. */
export const intervalText = ({ min, max }: Points): string => (min === max ? String(min) : `${min}–${max}`)
