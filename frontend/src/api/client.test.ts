import { afterEach, expect, it, vi } from "vitest";
import { get, onSignedOut, send, setCsrfToken, withParams } from "./client";
import { ApiError } from "./errors";

const answer = (status: number, body: unknown) =>
  vi
    .spyOn(globalThis, "fetch")
    .mockImplementation(async () => new Response(body === null ? null : JSON.stringify(body), { status }));

afterEach(() => vi.restoreAllMocks());

it("leaves empty parameters out and joins lists", () => {
  expect(withParams("/api/x", { a: "", b: null, c: 0, d: ["u", "v"], e: [] })).toBe("/api/x?c=0&d=u%2Cv");
});

it("changes carry the token, reads do not", async () => {
  const fetched = answer(200, {});
  setCsrfToken("token-1");
  await send("POST", "/api/x", { a: 1 });
  await get("/api/x");
  const headers = fetched.mock.calls.map((call) => new Headers(call[1]?.headers).get("X-CSRFToken"));
  expect(headers).toEqual(["token-1", null]);
});

it("a refusal keeps its code, clauses, faults and help", async () => {
  answer(409, {
    code: "draw.thin_pool",
    message: "可抽人数不足。",
    detail: [{ field: "size", message: "需要 7 人，只有 5 人。" }],
    clauses: [{ id: "a25", cite: "第二十五条" }],
    help: "可放宽到相邻专业。",
  });
  const error = await send("POST", "/api/x").catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 409, code: "draw.thin_pool", help: "可放宽到相邻专业。" });
  expect((error as ApiError).clauses).toEqual([{ id: "a25", cite: "第二十五条" }]);
});

it("tells those who listen when the session has ended", async () => {
  answer(401, null);
  const told = vi.fn();
  const stop = onSignedOut(told);
  await get("/api/x").catch(() => null);
  stop();
  expect(told).toHaveBeenCalledTimes(1);
});

it("an unreachable server is an error of its own, not a crash", async () => {
  vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("failed"));
  await expect(get("/api/x")).rejects.toMatchObject({ status: 0, code: "offline" });
});
