import { useGet } from "@/api/hooks";

export const CAMPAIGNS = "/api/recruitment/campaigns";

/** A call for experts. */
export interface Campaign {
  id: string;
  title: string;
  text?: string;
  year?: number;
  state: string;
  opens_on: string | null;
  closes_on: string | null;
  groups: { key: string; name: string }[];
  application_count: number;
  notice_url?: string | null;
}

export const useCampaign = (id: string | null) => useGet<Campaign>(id ? `${CAMPAIGNS}/${id}` : null);
