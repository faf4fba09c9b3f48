/** How far an agency may change a value, in words. */
export const MAY_CHANGE: Record<string, string> = {
  none: "不得调整",
  stricter: "只能从严",
  deviation: "可调整，须备案",
};
