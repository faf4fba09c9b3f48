export const APPOINTMENTS = "/api/appointments/appointments";

export interface Appointment {
  id: string;
  number: string;
  expert: { id: string; name: string };
  group_label: string;
  from: string;
  until: string;
  state: string;
  days_left: number | null;
  certificate_url: string | null;
  actions?: string[];
}

/** An application that has passed and waits for its appointment. */
export interface Waiting {
  id: string;
  number: string;
  applicant: string;
  employer: string;
  group_label: string;
}
