import { common } from "./common";
import { people } from "./people";
import { platform } from "./platform";
import { recruitment } from "./recruitment";
import { selection } from "./selection";

/** English for every Chinese source text; one file per part of the product. */
export const english: Record<string, string> = {
  ...common,
  ...people,
  ...recruitment,
  ...selection,
  ...platform,
};
