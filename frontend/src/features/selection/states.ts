import type { StatusTable } from "@/ui";

export const REQUEST_STATES: StatusTable = {
  draft: ["草稿", "plain"],
  submitted: ["待审批", "wait"],
  approved: ["待监督人确认", "wait"],
  confirmed: ["可以抽取", "good"],
  refused: ["未同意", "bad"],
  frozen: ["名单已封存", "wait"],
  held: ["已抽取，保密中", "wait"],
  opened: ["已启封", "good"],
  closed: ["已办结", "good"],
  cancelled: ["已取消", "plain"],
  repeated: ["已重新抽取", "plain"],
};

export const RESPONSE_STATES: StatusTable = {
  unsent: ["未发出", "plain"],
  pending: ["等待答复", "wait"],
  accepted: ["已接受", "good"],
  declined: ["已谢绝", "bad"],
  recused: ["声明回避", "warn"],
  expired: ["逾期未答复", "warn"],
  withdrawn: ["已撤销", "plain"],
  clash: ["时间已被占用", "warn"],
  gone: ["已不在库", "plain"],
};
