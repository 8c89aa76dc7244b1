interface Size {
  readonly width: number
  readonly height: number
}

/** Where a picture lies: the frame that takes up room, the picture in it, and how it is turned there. Pixels. */
export interface Placing {
  readonly frame: Size
  readonly image: Size
  readonly transform: string
  readonly percent: number
}

const steps = [25, 33, 50, 67, 80, 100, 125, 150, 200, 300, 400]

/** The next larger (`1`) or smaller (`-1`) of the usual sizes, in percent. */
export const zoomBy = (percent: number, direction: 1 | -1): number =>
  direction === 1
    ? (steps.find((step) => step > percent) ?? Math.max(percent, 400))
    : (steps.findLast((step) => step < percent) ?? Math.min(percent, 25))

/**
 * Places a picture turned by `turns` quarter turns to the right, at `zoom` percent, or as wide as `room` where `zoom` is
 * undefined (a small one stays its own size). Turning does not change what an element takes up, so the frame does.
 */
export const placing = (natural: Size, turns: number, zoom: number | undefined, room: number): Placing => {
  const upright = turns % 2 === 0
  const across = upright ? natural.width : natural.height
  const percent = zoom ?? Math.max(1, Math.min(100, Math.floor((room * 100) / across)))
  const image = {
    width: Math.round((natural.width * percent) / 100),
    height: Math.round((natural.height * percent) / 100),
  }
  const frame = upright ? image : { width: image.height, height: image.width }
  const shifts = [
    '',
    `translateX(${image.height}px)`,
    `translate(${image.width}px, ${image.height}px)`,
    `translateY(${image.width}px)`,
  ]
  const transform = turns === 0 ? '' : `${shifts[turns]} rotate(${turns * 90}deg)`
  return { frame, image, transform, percent }
}
