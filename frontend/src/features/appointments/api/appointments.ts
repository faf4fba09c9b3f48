import type { Schemas } from "@/api/schemas";
import type { StatusTable } from "@/ui";

export const APPOINTMENTS = "/api/appointments/appointments";
export const LEAVES = "/api/appointments/leaves";

export type Appointment = Schemas["AppointmentsAppointmentOut"];
export type Leave = Schemas["AppointmentsLeaveOut"];

export const TERM_STATES: StatusTable = {
  in_force: ["在聘", "good"],
  ended: ["届满", "plain"],
  revoked: ["已解聘", "bad"],
};

export const LEAVE_STATES: StatusTable = {
  asked: ["待决定", "wait"],
  approved: ["已同意", "good"],
  refused: ["未同意", "bad"],
  withdrawn: ["已撤回", "plain"],
  done: ["已退出", "plain"],
};
