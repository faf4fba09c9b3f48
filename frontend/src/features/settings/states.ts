import type { StatusTable } from "@/ui";

export const GRANT_STATES: StatusTable = {
  asked: ["待批准", "wait"],
  active: ["有效", "good"],
  refused: ["未批准", "bad"],
  revoked: ["已收回", "plain"],
  expired: ["已到期", "plain"],
};
