import { useGet } from "@/api/hooks";
import type { Schemas } from "@/api/schemas";

export const DRAWS = "/api/selection/draws";

/** A seat or alternate; who it is is told after the opening only. */
export type Seat = Schemas["SelectionSeatOut"];
export type Draw = Schemas["SelectionDrawOut"];

export const useDraw = (id: string) => useGet<Draw>(`${DRAWS}/${id}`, undefined, { every: 20_000 });
