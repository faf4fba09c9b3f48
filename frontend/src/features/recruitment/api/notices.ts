import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";

export const NOTICES = "/api/recruitment/notices";

export type NoticeRow = Schemas["RecruitmentNoticeOut"];
/** A public notice with what the public sees, objections, and what happens at its end. */
export type Notice = Schemas["RecruitmentNoticeDetailOut"];
export type Objection = Schemas["RecruitmentObjectionOut"];

export const useNotice = (id: string) => useGet<Notice>(`${NOTICES}/${id}`);
