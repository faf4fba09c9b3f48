/** An act on a draw request: the word on its button, and what follows from it. */
export interface Deed {
  code: string;
  label: string;
  note: string;
  /** Whether a reason must be given. */
  reason: boolean;
  primary?: boolean;
  danger?: boolean;
}

export const DEEDS: Deed[] = [
  { code: "cancel", label: "取消需求", note: "取消后不能恢复，记录保留。", reason: true, danger: true },
  {
    code: "repeat",
    label: "申请重新抽取",
    note: "重新抽取要有理由并重新审批；两次抽取都留在公开台账上。",
    reason: true,
    danger: true,
  },
  { code: "refuse", label: "不同意", note: "需求退回提出人，理由对方可见。", reason: true },
  { code: "submit", label: "提交", note: "提交后等待审批和监督人确认。", reason: false, primary: true },
  { code: "approve", label: "同意", note: "同意后由监督人确认。", reason: false, primary: true },
  {
    code: "confirm",
    label: "监督人确认",
    note: "确认名单条件、回避和名额构成无误。确认后编号、封存您的随机数，您的确认写入抽取记录。",
    reason: false,
    primary: true,
  },
  {
    code: "seal_part",
    label: "封存本单位随机数",
    note: "本单位的随机数参与抽取，抽取后公布。",
    reason: false,
  },
  {
    code: "release",
    label: "公布监督人随机数",
    note: "公布您自己保管的随机数，抽取才能进行。",
    reason: false,
    primary: true,
  },
  {
    code: "freeze",
    label: "封存名单并公布承诺",
    note: "名单、条件和算法从此不能改动，承诺值随即公布。",
    reason: false,
  },
  {
    code: "draw",
    label: "抽取",
    note: "尚未封存的先封存名单并公布承诺值，再抽取。抽取不可重来；名单在启封时间前对所有人保密。",
    reason: false,
    primary: true,
  },
  { code: "close", label: "办结", note: "这次抽取办理完毕。", reason: false },
];
