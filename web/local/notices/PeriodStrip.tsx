import type { Day } from '../../../regime/kernel/day.ts'
import { weekday } from '../../../regime/kernel/day.ts'
import { classes } from '../../components/classes.ts'
import { dayText } from '../../components/deadline/Deadline.tsx'
import type { ComputedPeriod } from './usePeriod.ts'
import '../list/list.css'

const week = ['一', '二', '三', '四', '五', '六', '日'] as const
const LONGEST_SHOWN = 45

/** The days of a period one by one: which count, which are holidays, which weekends are worked. */
export const PeriodStrip = ({ strip, basis }: { readonly strip: ComputedPeriod['strip']; readonly basis: string }) => {
  if (strip.length > LONGEST_SHOWN) return null
  let counted = 0
  return (
    <ol className="strip" aria-label="公示期逐日">
      {strip.map(({ day, workday, name }, index) => {
        const counts = basis === 'calendar' || workday
        if (counts) counted += 1
        const last = index === strip.length - 1
        return (
          <li key={day} className={classes('strip__day', counts && 'strip__day--counted', last && 'strip__day--last')}>
            <b>{dayText(day, day)}</b>
            <span>周{week[weekday(day as Day) - 1]}</span>
            <span>{counts ? `第 ${counted} 日` : name.startsWith('周') ? '休息日' : name}</span>
            {counts && workday && name !== '工作日' && <span>{name}</span>}
          </li>
        )
      })}
    </ol>
  )
}
