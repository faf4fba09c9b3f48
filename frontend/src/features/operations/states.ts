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
  suspended: ["已停用", "warn"],
  failed: ["开通失败", "bad"],
};

export const HEALTH_STATES: StatusTable = {
  ok: ["正常", "good"],
  behind: ["待升级", "warn"],
  broken: ["有故障", "bad"],
};
