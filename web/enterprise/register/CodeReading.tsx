import type { UsccReading } from '../../../regime/profile/uscc-reading.ts'
import { Banner } from '../../components/banner/Banner.tsx'
import { Tag } from '../../components/tag/Tag.tsx'
import './register.css'

/** The code place by place, the impossible one marked; and what else there is to mind about it. */
export const CodeReading = ({ reading }: { readonly reading: UsccReading }) => {
  const { uscc, problem, organisationCodeDiffers, individualBusiness } = reading
  return (
    <div className="stack stack--tight">
      <p className="code" aria-label={`代码 ${uscc}`} role="img">
        {[...uscc.slice(0, 30)].map((character, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a character of a code is
            key={index}
            className={problem?.position === index + 1 ? 'code__place code__place--wrong' : 'code__place'}
          >
            {character}
            <small>{index + 1}</small>
          </span>
        ))}
      </p>
      {!problem && (
        <p>
          <Tag tone="pass">代码符合国家标准</Tag>
        </p>
      )}
      {organisationCodeDiffers && (
        <Banner tone="open" title="第 17 位与第 9 至 16 位不相符">
          <p>少数早期代码如此，不影响登记。请再对照营业执照看一遍。</p>
        </Banner>
      )}
      {individualBusiness && (
        <Banner tone="open" title="这是个体工商户的代码">
          <p>可以登记和填写资料；但参评企业须具有独立法人资格（第三条），个体工商户不能通过。</p>
        </Banner>
      )}
    </div>
  )
}
