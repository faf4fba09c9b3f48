import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { ApiError } from "@/api/errors";
import { ErrorSummary } from "./ErrorSummary";

const refusal = new ApiError(400, {
  code: "common.invalid",
  message: "填写的内容有误，没有保存。",
  detail: [
    { field: "title", message: "请填写名称" },
    { row: 7, message: "身份证号码校验位不符" },
  ],
  clauses: [{ id: "a7", cite: "第七条第（二）项" }],
  help: "请按提示修改后再提交。",
});

function show() {
  render(
    <MemoryRouter>
      <ErrorSummary error={refusal} fieldId={(field) => `form_${field}`} />
      <input id="form_title" aria-label="名称" />
    </MemoryRouter>,
  );
}

it("takes the focus when it appears, so that a screen reader reads it out", () => {
  show();
  expect(document.activeElement).toBe(screen.getAllByRole("alert")[0]);
});

it("a fault leads to its field", async () => {
  show();
  await userEvent.click(screen.getByRole("link", { name: "请填写名称" }));
  expect(document.activeElement).toBe(screen.getByLabelText("名称"));
});

it("names the row, the article and what helps", () => {
  show();
  expect(screen.getByText("第 7 行：身份证号码校验位不符")).toBeTruthy();
  expect(screen.getByText("第七条第（二）项")).toBeTruthy();
  expect(screen.getByText("请按提示修改后再提交。")).toBeTruthy();
});
