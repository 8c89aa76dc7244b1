import { type ChangeEvent, useState } from 'react'
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router'
import { ProblemBanner } from '../../act/ProblemBanner.tsx'
import { Scripted } from '../../act/Scripted.tsx'
import { useAct } from '../../act/useAct.ts'
import { apiOf } from '../../api.ts'
import { Article } from '../../components/article/Article.tsx'
import { Banner } from '../../components/banner/Banner.tsx'
import { Button, LinkButton } from '../../components/button/Button.tsx'
import { Card } from '../../components/card/Card.tsx'
import { EditionDifferences } from '../../components/edition-difference/EditionDifferences.tsx'
import { FileField } from '../../components/field/FileField.tsx'
import { TextAreaField, TextField } from '../../components/field/TextField.tsx'
import { FormActions } from '../../components/form-actions/FormActions.tsx'
import { StandardWords } from '../../components/standard-words/StandardWords.tsx'
import { Main } from '../../shell/Main.tsx'
import { Findings } from './Findings.tsx'
import { readText } from './read-text.ts'
import './editions.css'

export const loader = async ({ context }: LoaderFunctionArgs) => {
  const api = await apiOf(context)
  const { mayHandIn } = await api.editions.list()
  return { mayHandIn }
}

interface Draft {
  readonly id: number
  readonly name: string
  readonly text: string
}

let drafts = 0
const draftOf = (name: string, text: string): Draft => {
  drafts += 1
  return { id: drafts, name, text }
}

/** The form for whom it is for; everybody else is told whose it is before typing anything. */
export const Component = () => {
  const { mayHandIn } = useLoaderData<typeof loader>()
  if (mayHandIn) return <HandingIn />
  return (
    <Main title="提交标准新版本">
      <h1>提交标准新版本</h1>
      <Banner tone="open" title="标准新版本由省工业和信息化厅经办人员提交">
        <p>
          您的岗位不能提交。<Link to="/office/editions">查看标准版本</Link>
        </p>
      </Banner>
      <Article>第七条、第八条</Article>
    </Main>
  )
}

/** A provincial handler hands in the files of a new edition: checked at once, corrected in the page, handed in when it loads. */
const HandingIn = () => {
  const navigate = useNavigate()
  const [files, setFiles] = useState<readonly Draft[]>([])
  const [unread, setUnread] = useState<readonly string[]>([])
  const [note, setNote] = useState('')
  const given = files.map(({ name, text }) => ({ name, text }))
  const check = useAct((api, options) => api.editions.check({ body: { files: given } }, options))
  const handIn = useAct((api, options) => api.editions.handIn({ body: { files: given, note } }, options))
  const change = (next: readonly Draft[]) => {
    setFiles(next)
    check.renew()
    handIn.renew()
  }
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const read = await Promise.all(
      [...(target.files ?? [])].map(async (file) => ({ name: file.name, text: await readText(file) })),
    )
    const chosen = read.flatMap(({ name, text }) => (text === undefined ? [] : [draftOf(name, text)]))
    setUnread(read.flatMap(({ name, text }) => (text === undefined ? [name] : [])))
    // The same file chosen again takes the place of what stood under its name.
    change([...files.filter(({ name }) => chosen.every((one) => one.name !== name)), ...chosen])
    target.value = ''
  }
  const edit = (id: number, part: Partial<Draft>) =>
    change(files.map((file) => (file.id === id ? { ...file, ...part } : file)))
  const send = async () => {
    const done = await handIn.act()
    if (done) void navigate(done.editions.length === 1 ? `/office/editions/${done.editions[0]}` : '/office/editions')
  }
  const checked = check.done
  const loads = checked !== undefined && checked.findings.length === 0
  return (
    <Main title="提交标准新版本">
      <h1>提交标准新版本</h1>
      <p>
        选择同一文件的标准（如
        specialised.yaml）和口径（terms.yaml），或批次通知的附加条件；也可以直接粘贴。可以先打开现行版本，复制其中的文件来改。
      </p>
      <Scripted>
        <Card title="文件">
          <FileField
            name="files"
            label="选择文件"
            hint="YAML 文件，可以多选；选好后内容显示在下面，可以直接改"
            accept=".yaml,.yml"
            multiple
            onChange={choose}
          />
          {unread.length > 0 && (
            <Banner tone="fail" live title={`${unread.map((name) => `“${name}”`).join('、')}不是文本文件，没有放进来`}>
              <p>Word、PDF、压缩包等不能直接提交。请把标准写成 YAML 文本（可从现行版本的文件改起），再选择或粘贴。</p>
            </Banner>
          )}
          {files.map((file, index) => (
            <fieldset key={file.id} className="upload-text">
              <legend>文件 {index + 1}</legend>
              <TextField
                name={`name-${file.id}`}
                label="文件名"
                value={file.name}
                onChange={({ target }) => edit(file.id, { name: target.value.trim() })}
              />
              <TextAreaField
                name={`text-${file.id}`}
                label="内容"
                rows={16}
                spellCheck={false}
                value={file.text}
                onChange={({ target }) => edit(file.id, { text: target.value })}
              />
              <Button tone="quiet" small onClick={() => change(files.filter(({ id }) => id !== file.id))}>
                移去“{file.name || '未命名'}”
              </Button>
            </fieldset>
          ))}
          <div className="row">
            <Button tone="plain" onClick={() => change([...files, draftOf('', '')])}>
              粘贴一个文件
            </Button>
            {files.length > 0 && (
              <Button pending={check.pending} onClick={() => void check.act()}>
                检查
              </Button>
            )}
          </div>
        </Card>
        <ProblemBanner problem={check.problem} />
        {checked && checked.findings.length > 0 && <Findings findings={checked.findings} files={given} />}
        {loads && (
          <>
            <Banner tone="pass" live title="检查通过，可以提交">
              {checked.editions.map(({ digest, title }) => (
                <p key={digest}>
                  {title} <span className="edition__digest">{digest}</span>
                </p>
              ))}
            </Banner>
            {checked.editions.map(({ digest, kind, title, comparison, words }) => (
              <section key={digest} aria-label={title}>
                <h2>{title}</h2>
                {comparison.with ? (
                  <EditionDifferences
                    title={`与“${comparison.with.title}”（${comparison.with.instrument}）的差异`}
                    differences={comparison.differences}
                  />
                ) : (
                  <p>
                    {kind === 'overlay'
                      ? '所附加的标准也在本次提交之中，还没有施行，没有可以比较的版本；连同附加条件的内容见下。'
                      : '没有更早的版本可以比较。'}
                  </p>
                )}
                <details>
                  <summary>逐条读一遍</summary>
                  <StandardWords standard={words} />
                </details>
              </section>
            ))}
            <Card title="提交">
              <TextAreaField
                name="note"
                label="依据和说明"
                hint="依据的文件、与原文核对的情况"
                value={note}
                onChange={({ target }) => {
                  setNote(target.value)
                  handIn.renew()
                }}
              />
            </Card>
          </>
        )}
        <ProblemBanner problem={handIn.problem} />
        <FormActions note="提交后由另一名审批人员批准（第七条）；批准前不影响任何批次。">
          {loads && (
            <Button pending={handIn.pending} onClick={send}>
              提交，报审批
            </Button>
          )}
          <LinkButton tone="quiet" to="/office/editions">
            取消
          </LinkButton>
        </FormActions>
      </Scripted>
      <Article>第八条</Article>
    </Main>
  )
}
