import type { StatusTable } from "@/ui";

export const AGREEMENT_STATES: StatusTable = {
  draft: ["草稿", "plain"],
  offered: ["等待对方签署", "wait"],
  signed: ["生效中", "good"],
  active: ["生效中", "good"],
  refused: ["未签署", "bad"],
  revoked: ["已撤销", "bad"],
  ended: ["已到期", "plain"],
};

export const MODES: Record<string, string> = { admit: "交流入库", use: "直接使用" };
