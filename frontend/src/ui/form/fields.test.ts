import { expect, it } from "vitest";
import { type FieldSpec, fromControls, lacking, toControls } from "./fields";

const fields: FieldSpec[] = [
  { key: "name", label: "姓名", type: "text", required: true },
  { key: "born", label: "出生日期", type: "date", required: true },
  { key: "tags", label: "专业", type: "tags" },
  { key: "jobs", label: "经历", type: "list", columns: [{ key: "since", label: "起", type: "date" }] },
];

it("values come back from the controls as they went in, days and rows included", () => {
  const values = { name: "王一", born: "1970-02-28", tags: ["尘肺"], jobs: [{ since: "2001-09-01" }] };
  expect(fromControls(fields, toControls(fields, values))).toEqual(values);
});

it("what was never filled in is stored as empty of its kind", () => {
  expect(fromControls(fields, {})).toEqual({ name: "", born: null, tags: [], jobs: [] });
});

it("says which required fields are empty", () => {
  expect(lacking(fields, { name: "", born: "1970-02-28" }).map(({ key }) => key)).toEqual(["name"]);
});
