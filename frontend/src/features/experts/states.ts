import type { StatusTable } from "@/ui";

export const EXPERT_STATES: StatusTable = {
  in_pool: ["在库", "good"],
  suspended: ["暂停", "warn"],
  left: ["已退出", "plain"],
};
