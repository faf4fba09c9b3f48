export const USERS = "/api/identity/users";
export const GRANTS = "/api/identity/grants";

export interface Grant {
  id: string;
  code: string;
  label: string;
  scope_label?: string;
  granted_by: string;
  approved_by?: string | null;
  until: string | null;
  state: string;
  reason?: string;
}

export interface User {
  id: string;
  name: string;
  account: string;
  roles: Grant[];
  last_seen: string | null;
}

export interface Role {
  code: string;
  label: string;
  scope_kind?: string;
  conflicts?: string[];
}
