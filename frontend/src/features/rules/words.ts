/** Who answers for a clause, in words. */
export const ANSWERED_BY: Record<string, string> = {
  rule: "规则自动判定",
  parameter: "参数",
  procedure: "办理流程",
  document: "文书",
  judgement: "人工判断",
  judgment: "人工判断",
  nobody: "不由系统落实",
  none: "不由系统落实",
};

export const MAY_CHANGE: Record<string, string> = {
  none: "不得调整",
  stricter: "只能从严",
  deviation: "可调整，须备案",
};
