import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { type Finding, FindingList } from "./FindingList";

const finding = (more: Partial<Finding>): Finding => ({
  rule: "r",
  clause: "a7",
  cite: "第七条",
  verdict: "yes",
  facts: {},
  thresholds: {},
  message: "",
  missing: [],
  ...more,
});

it("what is not met comes first, with what is missing and what would help, by their names", () => {
  const findings = [
    finding({ rule: "age", verdict: "yes", message: "年龄符合。" }),
    finding({
      rule: "kind",
      verdict: "undecided",
      message: "尚不能判定。",
      missing: ["kind"],
      labels: { kind: "单位性质" },
    }),
    finding({ rule: "title", verdict: "no", message: "职称不符合。", remedy: "任中级职称满5年" }),
  ];
  const { container } = render(
    <MemoryRouter>
      <FindingList findings={findings} />
    </MemoryRouter>,
  );
  const text = container.textContent ?? "";
  expect(text.indexOf("职称不符合。")).toBeLessThan(text.indexOf("尚不能判定。"));
  expect(text.indexOf("尚不能判定。")).toBeLessThan(text.indexOf("年龄符合。"));
  expect(screen.getByText("还缺：单位性质")).toBeTruthy();
  expect(screen.getByText("怎样可以：任中级职称满5年")).toBeTruthy();
});
