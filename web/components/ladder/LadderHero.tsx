import './ladder.css'

const rungs = [
  { tier: 'innovative', lines: ['创新型', '中小企业'], by: ['自愿自评', '省级公告'] },
  { tier: 'specialised', lines: ['专精特新', '中小企业'], by: ['省级认定'] },
  { tier: 'little-giant', lines: ['专精特新', '“小巨人”企业'], by: ['省级推荐', '工信部认定'] },
] as const

/** The ladder of the three titles, as the home page opens with it; `titles` counts those valid today, by tier. */
export const LadderHero = ({ titles = {} }: { readonly titles?: Readonly<Record<string, number>> }) => (
  <ol className="ladder" aria-label="三级称号，由低到高">
    {rungs.map((rung) => (
      <li key={rung.tier} className={`ladder__rung ladder__rung--${rung.tier}`}>
        <b className="ladder__name">
          <span>{rung.lines[0]}</span>
          <span>{rung.lines[1]}</span>
        </b>
        <span className="ladder__by">
          {rung.by.map((step) => (
            <span key={step}>{step}</span>
          ))}
        </span>
        {(titles[rung.tier] ?? 0) > 0 && (
          <span className="ladder__count">现有 {titles[rung.tier]?.toLocaleString('zh-CN')} 家</span>
        )}
      </li>
    ))}
  </ol>
)
