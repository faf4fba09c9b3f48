import type { StatusTable } from "@/ui";

export const AGREEMENT_STATES: StatusTable = {
  offered: ["等待签署", "wait"],
  active: ["生效中", "good"],
  refused: ["未签署", "bad"],
  revoked: ["已撤销", "bad"],
  ended: ["已到期", "plain"],
};

export const MODES: Record<string, string> = { admit: "交流入库", use: "直接使用" };

export const DIRECTIONS: Record<string, string> = { in: "我方使用对方库", out: "对方使用我方库" };

export const INVITATION_STATES: StatusTable = {
  sent: ["等待答复", "wait"],
  in_procedure: ["按程序审核中", "wait"],
  admitted: ["已入库", "good"],
  declined: ["已谢绝", "plain"],
  refused: ["不符合条件", "bad"],
  withdrawn: ["已撤回", "plain"],
};
