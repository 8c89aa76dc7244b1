/** How a reader wants pages shown; kept in a cookie so that it works before scripts run. */
export interface Display {
  /** 大字版 is `large`. */
  readonly size: 'normal' | 'large'
  readonly theme: 'system' | 'light' | 'dark'
}

export const plainDisplay: Display = Object.freeze({ size: 'normal', theme: 'system' })

/** Name of the cookie: `large.dark`. Not a secret, holds nothing about the person. */
export const displayCookie = 'tidu-display'

const sizes: readonly string[] = ['normal', 'large']
const themes: readonly string[] = ['system', 'light', 'dark']

/** The display a cookie's value asks for; anything unreadable is the plain one. */
export const parseDisplay = (value: string | undefined): Display => {
  const [size, theme] = (value ?? '').split('.')
  return {
    size: sizes.includes(size ?? '') ? (size as Display['size']) : plainDisplay.size,
    theme: themes.includes(theme ?? '') ? (theme as Display['theme']) : plainDisplay.theme,
  }
}

export const formatDisplay = ({ size, theme }: Display): string => `${size}.${theme}`

/** Address that switches the display by a plain link and returns to `back` (a path of this site). */
export const displayAddress = (change: Partial<Display>, back: string): string =>
  `/display?${new URLSearchParams({ ...change, back })}`
