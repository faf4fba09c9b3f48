import type { StatusTable } from "@/ui";

export const CAMPAIGN_STATES: StatusTable = {
  draft: ["草稿", "plain"],
  open: ["征集中", "wait"],
  closed: ["已截止", "good"],
  archived: ["已归档", "plain"],
};

export const APPLICATION_STATES: StatusTable = {
  draft: ["填写中", "plain"],
  in_progress: ["办理中", "wait"],
  returned: ["退回补正", "warn"],
  held: ["暂缓", "warn"],
  accepted: ["已通过", "good"],
  refused: ["未通过", "bad"],
  withdrawn: ["已撤回", "plain"],
  voided: ["已作废", "bad"],
};

export const NOTICE_STATES: StatusTable = {
  draft: ["草稿", "plain"],
  running: ["公示中", "wait"],
  held: ["期满，异议处理中", "warn"],
  closed: ["已结束", "good"],
  withdrawn: ["已撤回", "plain"],
};

export const OBJECTION_STATES: StatusTable = {
  open: ["待处理", "wait"],
  upheld: ["异议成立", "bad"],
  dismissed: ["异议不成立", "good"],
};

export const IMPORT_STATES: StatusTable = {
  running: ["正在读取", "wait"],
  faulty: ["有错误，未导入", "bad"],
  done: ["已导入", "good"],
  failed: ["失败", "bad"],
  undone: ["已撤销", "plain"],
};

export const STAGE_STATES: StatusTable = {
  done: ["已办", "good"],
  current: ["办理中", "wait"],
  waiting: ["未到", "plain"],
  skipped: ["不适用", "plain"],
};
