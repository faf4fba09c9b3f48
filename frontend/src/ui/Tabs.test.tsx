import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { Tabs } from "./Tabs";

const items = [
  { key: "a", label: "条文", children: "甲" },
  { key: "b", label: "参数", children: "乙" },
];

it("arrow keys move between tabs and open them, from the last round to the first", async () => {
  render(<Tabs items={items} />);
  await userEvent.tab();
  expect(screen.getByRole("tab", { name: "条文" })).toHaveProperty("tabIndex", 0);
  await userEvent.keyboard("{ArrowRight}");
  expect(screen.getByRole("tabpanel").textContent).toBe("乙");
  await userEvent.keyboard("{ArrowRight}");
  expect(screen.getByRole("tabpanel").textContent).toBe("甲");
});
