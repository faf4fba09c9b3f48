import { Select } from "antd";
import type { TableState } from "./useTableState";

export interface FilterSpec {
  name: string;
  label: string;
  options: { value: string; label: string }[];
}

/** The filters of a table, each a select with its name. */
export function FilterBar({ filters, state }: { filters: FilterSpec[]; state: TableState }) {
  return (
    <>
      {filters.map((filter) => (
        <Select
          key={filter.name}
          aria-label={filter.label}
          placeholder={filter.label}
          allowClear
          showSearch={filter.options.length > 8 ? { optionFilterProp: "label" } : false}
          value={state.filters[filter.name]}
          onChange={(value?: string) => state.change({ [filter.name]: value ?? null })}
          options={filter.options}
          popupMatchSelectWidth={false}
          style={{ minWidth: 130 }}
        />
      ))}
    </>
  );
}
