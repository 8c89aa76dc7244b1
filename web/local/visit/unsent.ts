/** What of a visit is only on this phone. */
export interface Unsent {
  readonly case: string
  readonly enterpriseName: string
  readonly lines: number
  readonly photos: number
}

/** 3 项记录、1 张照片. */
export const unsentWords = ({ lines, photos }: Pick<Unsent, 'lines' | 'photos'>): string =>
  [lines > 0 && `${lines} 项记录`, photos > 0 && `${photos} 张照片`].filter(Boolean).join('、')
