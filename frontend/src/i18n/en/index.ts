/** English for every Chinese source text; one file per part of the product. */
export const english: Record<string, string> = {};
