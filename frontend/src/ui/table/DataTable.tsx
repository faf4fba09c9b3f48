import { DownloadOutlined } from "@ant-design/icons";
import { Button, Input, type TableProps, Tag } from "antd";
import type { ColumnType } from "antd/es/table";
import type { SorterResult } from "antd/es/table/interface";
import type { Key, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Params, withParams } from "@/api/client";
import { useList } from "@/api/hooks";
import { ErrorSummary } from "../ErrorSummary";
import { Nothing } from "../Nothing";
import { FilterBar, type FilterSpec } from "./FilterBar";
import { Grid } from "./Grid";
import { type TableState, useTableState } from "./useTableState";

/** A column; `sort` names what the server orders by. */
export interface Column<T> extends ColumnType<T> {
  sort?: string;
}

interface Props<T> {
  path: string;
  /** Always sent, not shown in the address. */
  params?: Params;
  columns: Column<T>[];
  rowKey?: string | ((row: T) => string);
  /** What would appear here. */
  empty: string;
  /** What can be searched for; without it there is no search box. */
  search?: string;
  filters?: FilterSpec[];
  /** Filters that come with a link, without a control of their own; the label says what they narrow to. */
  linked?: { name: string; label: string }[];
  /** Gives the same rows as a workbook. */
  exportPath?: string;
  toolbar?: ReactNode;
  prefix?: string;
  ordering?: string;
  selected?: Key[];
  onSelect?: (keys: Key[], rows: T[]) => void;
  label: string;
  every?: number;
}

function orderOf<T>(sorter: SorterResult<T> | SorterResult<T>[]): string | null {
  const one = Array.isArray(sorter) ? sorter[0] : sorter;
  const name = (one?.column as Column<T> | undefined)?.sort;
  if (!name || !one?.order) return null;
  return one.order === "descend" ? `-${name}` : name;
}

function dressed<T>(column: Column<T>, ordering: string): ColumnType<T> {
  const { sort, ...rest } = column;
  if (!sort) return rest;
  const order = ordering === sort ? "ascend" : ordering === `-${sort}` ? "descend" : null;
  return { ...column, sorter: true, sortOrder: order };
}

function Toolbar<T>({ table, state }: { table: Props<T>; state: TableState }) {
  const { t } = useTranslation();
  const { page: _page, page_size: _size, ...query } = { ...table.params, ...state.params };
  return (
    <div className="row-between" style={{ marginBottom: 12 }}>
      <div className="row">
        {table.search ? (
          <Input.Search
            allowClear
            aria-label={table.search}
            placeholder={table.search}
            defaultValue={state.search}
            onSearch={(text) => state.change({ search: text.trim() })}
            style={{ width: 260, maxWidth: "100%" }}
          />
        ) : null}
        <FilterBar filters={table.filters ?? []} state={state} />
        {(table.linked ?? [])
          .filter(({ name }) => state.filters[name])
          .map(({ name, label }) => (
            <Tag key={name} closable onClose={() => state.change({ [name]: null })}>
              {label}
            </Tag>
          ))}
      </div>
      <div className="row">
        {table.toolbar}
        {table.exportPath ? (
          <Button icon={<DownloadOutlined />} href={withParams(table.exportPath, query)}>
            {t("导出 Excel")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function selection<T>(table: Props<T>): TableProps<T>["rowSelection"] {
  if (!table.onSelect) return undefined;
  return {
    selectedRowKeys: table.selected ?? [],
    preserveSelectedRowKeys: true,
    onChange: (keys, rows) => table.onSelect?.(keys, rows),
  };
}

/** A table whose paging, order, search and filters the server does; its place is kept in the address. */
export function DataTable<T extends object>(table: Props<T>) {
  const { t } = useTranslation();
  const names = [...(table.filters ?? []), ...(table.linked ?? [])].map((filter) => filter.name);
  const state = useTableState(names, table.prefix, table.ordering);
  const query = useList<T>(table.path, { ...table.params, ...state.params }, { every: table.every });
  const { page } = query;
  return (
    <div>
      <Toolbar table={table} state={state} />
      <ErrorSummary error={query.error} />
      <Grid<T>
        aria-label={table.label}
        size="middle"
        rowKey={table.rowKey ?? "id"}
        columns={table.columns.map((column) => dressed(column, state.ordering))}
        dataSource={page.results}
        loading={query.isPending || (query.isFetching && query.isPlaceholderData)}
        rowSelection={selection(table)}
        locale={{ emptyText: query.isPending ? " " : <Nothing text={table.empty} /> }}
        onChange={(_pages, _filters, sorter) => state.change({ ordering: orderOf(sorter) })}
        pagination={{
          current: state.page,
          pageSize: state.pageSize,
          total: page.count,
          showSizeChanger: page.count > 20,
          hideOnSinglePage: page.count <= 20,
          showTotal: (total) => t("共 {{n}} 条", { n: total }),
          onChange: (next, size) => state.change({ page: next, size: size === 20 ? null : size }),
        }}
      />
    </div>
  );
}
