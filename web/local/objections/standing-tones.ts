/** The tone of an objection's standing in lists and heads; the words say it, the colour repeats it. */
export const standingTones = {
  open: 'open',
  proposed: 'open',
  upheld: 'fail',
  unfounded: 'pass',
  joined: 'plain',
} as const
