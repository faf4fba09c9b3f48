import type { components } from "./schema";

/** What the server answers and takes, by name; generated from the OpenAPI document. */
export type Schemas = components["schemas"];
