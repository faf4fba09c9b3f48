/** One message in the person's own box. */
export interface Message {
  id: string;
  title: string;
  body: string;
  link: string;
  created_at: string;
  read_at: string | null;
}

export const MESSAGES = "/api/notifications/messages";
