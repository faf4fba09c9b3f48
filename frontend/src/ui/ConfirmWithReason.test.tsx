import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { expect, it, vi } from "vitest";
import { ApiError } from "@/api/errors";
import { ActButton } from "./ActButton";

function show(onReason: (reason: string) => Promise<unknown>) {
  render(
    <MemoryRouter>
      <ActButton action="退回补正" onReason={onReason} />
    </MemoryRouter>,
  );
}

const open = async () => {
  await userEvent.click(screen.getByRole("button", { name: "退回补正" }));
  return screen.findByRole("dialog");
};
const write = (text: string) => fireEvent.change(screen.getByRole("textbox"), { target: { value: text } });
const confirm = () => screen.getAllByRole("button", { name: "退回补正" }).at(-1) as HTMLButtonElement;

it("nothing is done without a reason", async () => {
  const done = vi.fn();
  show(done);
  await open();
  expect(confirm().disabled).toBe(true);
  write("缺职称证书");
  await userEvent.click(confirm());
  await waitFor(() => expect(done.mock.calls).toEqual([["缺职称证书"]]));
});

it("a refusal is shown where it was asked for, and what was typed stays", async () => {
  show(() => Promise.reject(new ApiError(409, { code: "conflict", message: "复审须由另一人办理。" })));
  await open();
  write("缺职称证书");
  await userEvent.click(confirm());
  expect(await screen.findByText("复审须由另一人办理。")).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("缺职称证书");
});
