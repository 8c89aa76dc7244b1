import type { RuleInWords } from '../../../regime/evaluation/reading/rule-in-words.ts'

const joins = { all: '同时满足：', any: '满足其一：' } as const

/** A rule in words, its parts as nested lists, so that 同时满足 and 满足其一 can be told apart by eye and by ear. */
export const RuleWords = ({ rule }: { readonly rule: RuleInWords }) => (
  <div className="rule-words">
    {rule.join === null ? (
      <p>{rule.text}</p>
    ) : (
      <>
        <p>
          {rule.text && `${rule.text}——`}
          {joins[rule.join]}
        </p>
        <ul>
          {rule.parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a rule never move
            <li key={index}>
              <RuleWords rule={part} />
            </li>
          ))}
        </ul>
      </>
    )}
    {rule.exempt.length > 0 && (
      <>
        <p>有下列情形之一的，不作要求：</p>
        <ul>
          {rule.exempt.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a rule never move
            <li key={index}>
              <RuleWords rule={part} />
            </li>
          ))}
        </ul>
      </>
    )}
  </div>
)
