import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { ConfigProvider } from "antd";
import { expect, it, vi } from "vitest";
import { get } from "@/api/client";
import { SessionProvider, useSession } from "./session";

const session = (account: unknown) => ({
  account,
  realm: "agency",
  agency: null,
  roles: [],
  permissions: ["recruitment.application.view"],
  scopes: [],
  csrf: "c",
  language: "zh-hans",
  demonstration: false,
  now: "2026-11-24T08:00:00+08:00",
  addresses: {},
});
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

function Inside() {
  const { can } = useSession();
  return (
    <>
      <textarea aria-label="理由" />
      <button type="button" onClick={() => void get("/api/x").catch(() => {})}>
        {can("recruitment.application.view") ? "可看" : "不可看"}
      </button>
    </>
  );
}

it("when the session ends, what was typed stays on the page and signing in again is offered", async () => {
  let signedIn = true;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (path) => {
    if (path === "/api/session") return json(200, session(signedIn ? { id: "1", name: "王一" } : null));
    return json(401, { code: "common.signed_out", message: "登录已过期。" });
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ConfigProvider theme={{ token: { motion: false } }}>
        <SessionProvider>
          <Inside />
        </SessionProvider>
      </ConfigProvider>
    </QueryClientProvider>,
  );
  await userEvent.type(await screen.findByLabelText("理由"), "缺材料");
  expect(screen.getByRole("button", { name: "可看" })).toBeTruthy();
  signedIn = false;
  await userEvent.click(screen.getByRole("button", { name: "可看" }));
  expect(await screen.findByText("在新窗口登录")).toBeTruthy();
  signedIn = true;
  await userEvent.click(screen.getByText("我已登录，继续"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByLabelText<HTMLTextAreaElement>("理由").value).toBe("缺材料");
});
