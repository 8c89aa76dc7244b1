import type { ServedFile } from '../../contract/bytes.ts'
import type { EvaluationPaper } from './paper.ts'
import type { Press } from './press.ts'

/** A file's name: what it is, whose, of which day. */
const nameOf = ({ title, outlines }: EvaluationPaper): string => {
  const [first] = outlines
  const firm = [...(first?.enterprise.name ?? '')].slice(0, 60).join('')
  return `${[title, firm, first?.asOf]
    .filter(Boolean)
    .join('_')
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')}.pdf`
}

/** A paper, made, set and offered for saving. `customer` is whom it is for. */
export const pdfFile = async (
  press: Press,
  customer: string,
  make: () => Promise<EvaluationPaper>,
): Promise<ServedFile> => {
  let name = ''
  const content = await press.print(customer, async () => {
    const paper = await make()
    name = nameOf(paper)
    return paper
  })
  return { type: 'application/pdf', name, content }
}
