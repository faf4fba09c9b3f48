import type { StatusTable } from "@/ui";

export const JOB_STATES: StatusTable = {
  waiting: ["等待中", "wait"],
  running: ["进行中", "wait"],
  done: ["已完成", "good"],
  failed: ["失败", "bad"],
  cancelled: ["已取消", "plain"],
};

export const AGENCY_STATES: StatusTable = {
  opening: ["开通中", "wait"],
  open: ["运行中", "good"],
  active: ["运行中", "good"],
  suspended: ["已停用", "warn"],
  closed: ["已关闭", "plain"],
  broken: ["有故障", "bad"],
};
