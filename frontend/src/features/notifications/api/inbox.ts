/** One message in the person's own box. */
export interface Message {
  id: string;
  at: string;
  title: string;
  body: string;
  link: string | null;
  read: boolean;
}

export const INBOX = "/api/notifications/inbox";

/** One text message or mail that the demonstration caught instead of sending. */
export interface Caught {
  id: string;
  at: string;
  channel: "sms" | "mail";
  to: string;
  title: string;
  body: string;
}

export const DEMO_BOX = "/api/notifications/demobox";
