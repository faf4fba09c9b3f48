import type { StatusTable } from "@/ui";

export const EXPERT_STATES: StatusTable = {
  candidate: ["候选", "plain"],
  active: ["在库", "good"],
  suspended: ["暂停", "warn"],
  ended: ["已退出", "plain"],
  expired: ["聘期届满", "warn"],
};

export const TERM_STATES: StatusTable = {
  pending: ["未生效", "plain"],
  active: ["在聘", "good"],
  expired: ["届满", "plain"],
  ended: ["已解聘", "bad"],
  renewed: ["已续聘", "good"],
};
