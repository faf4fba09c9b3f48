/** Codes that the server shares between many answers, in words. An unknown code is shown as it is. */
export const ROLES: Record<string, string> = {
  applicant: "申报人",
  expert: "专家本人",
  employer_user: "所在单位",
  unit_user: "专家使用单位",
  district_user: "区县部门",
  department_user: "主管部门",
  intake: "受理人员",
  first_reviewer: "初审人员",
  second_reviewer: "复审人员",
  approver: "审批人",
  decider: "集体决定记录人",
  title_office: "职改办",
  superior: "上级机构",
  supervisor: "监督人",
  draw_officer: "抽取人员",
  agency_admin: "机构管理员",
  pool_manager: "专家库管理员",
  auditor: "审计人员",
  security_admin: "安全管理员",
  operator: "平台运营",
  security_officer: "平台安全管理员",
  audit_officer: "平台审计管理员",
  system: "系统自动",
};

export const OUTCOMES: Record<string, string> = {
  pass: "同意",
  return: "退回补正",
  refuse: "不同意",
  withdraw: "撤回",
  hold: "暂缓",
};

export const EDUCATION: Record<string, string> = {
  below_college: "大专以下",
  college: "大学专科",
  bachelor: "大学本科",
  master: "硕士研究生",
  doctor: "博士研究生",
};

/** The doors by which a person enters a pool. */
export const DOORS: Record<string, string> = {
  application: "个人申报",
  recommendation: "单位推荐",
  invitation: "特邀",
  exchange: "交流",
  import: "批量导入",
};

/** One code, or several separated by commas, in words. */
export function inWords(table: Record<string, string>, codes: string, t: (text: string) => string): string {
  return codes
    .split(/[,，\s]+/)
    .filter(Boolean)
    .map((code) => t(table[code] ?? code))
    .join("、");
}
