import type { Schemas } from "@/api/schemas";

export const USERS = "/api/identity/users";
export const GRANTS = "/api/identity/grants";

export type User = Schemas["IdentityUserOut"];
export type Grant = Schemas["IdentityGrantOut"];
export type Role = Schemas["IdentityRoleOut"];
