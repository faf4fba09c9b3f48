export { type Column, DataTable } from "./DataTable";
export type { FilterSpec } from "./FilterBar";
export { Grid } from "./Grid";
